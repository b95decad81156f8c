using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>Passes a cursor's row on and keeps what was read of it.</summary>
public sealed class RecordingCursor(RowCursor inner) : RowCursor
{
    private Dictionary<int, object?> values = [];

    /// <summary>What was read of the row at hand, as a row of its own.</summary>
    public RecordedRow Take()
    {
        var row = new RecordedRow(values);
        values = [];
        return row;
    }

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        values = [];
        return inner.ReadAsync(cancellationToken);
    }

    public override bool IsNull(int column)
    {
        var isNull = inner.IsNull(column);
        if (isNull)
        {
            values[column] = null;
        }

        return isNull;
    }

    public override bool GetBoolean(int column) => Keep(column, inner.GetBoolean(column));

    public override int GetInt32(int column) => Keep(column, inner.GetInt32(column));

    public override long GetInt64(int column) => Keep(column, inner.GetInt64(column));

    public override float GetSingle(int column) => Keep(column, inner.GetSingle(column));

    public override double GetDouble(int column) => Keep(column, inner.GetDouble(column));

    public override string GetString(int column) => Keep(column, inner.GetString(column));

    public override float[] GetVector(int column) => Keep(column, inner.GetVector(column));

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private T Keep<T>(int column, T value)
    {
        values[column] = value;
        return value;
    }
}

/// <summary>A row of a state feed that can be added again, to other states and in another order.</summary>
public sealed class RecordedRow(IReadOnlyDictionary<int, object?> values) : RowCursor
{
    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(false);

    public override bool IsNull(int column) => values[column] is null;

    public override bool GetBoolean(int column) => (bool)values[column]!;

    public override int GetInt32(int column) => (int)values[column]!;

    public override long GetInt64(int column) => (long)values[column]!;

    public override float GetSingle(int column) => (float)values[column]!;

    public override double GetDouble(int column) => (double)values[column]!;

    public override string GetString(int column) => (string)values[column]!;

    public override float[] GetVector(int column) => (float[])values[column]!;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override string ToString() => string.Join(", ", values.OrderBy(v => v.Key).Select(v => HistoryText.Literal(v.Value)));
}
