using TypedFeatures.Offline;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>Rows in memory as a cursor: times in microseconds, enum members and GUIDs as text, as engines give them.</summary>
public sealed class FeedRows(params object?[][] rows) : RowCursor
{
    private int current = -1;

    /// <inheritdoc/>
    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Next());

    /// <summary>Moves to the next row.</summary>
    public bool Next() => ++current < rows.Length;

    /// <inheritdoc/>
    public override bool IsNull(int column) => rows[current][column] is null;

    /// <inheritdoc/>
    public override bool GetBoolean(int column) => (bool)rows[current][column]!;

    /// <inheritdoc/>
    public override int GetInt32(int column) => (int)rows[current][column]!;

    /// <inheritdoc/>
    public override long GetInt64(int column) => (long)rows[current][column]!;

    /// <inheritdoc/>
    public override float GetSingle(int column) => (float)rows[current][column]!;

    /// <inheritdoc/>
    public override double GetDouble(int column) => (double)rows[current][column]!;

    /// <inheritdoc/>
    public override string GetString(int column) => (string)rows[current][column]!;

    /// <inheritdoc/>
    public override float[] GetVector(int column) => (float[])rows[current][column]!;

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
