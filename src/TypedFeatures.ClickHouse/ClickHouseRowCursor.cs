using System.Buffers.Binary;
using System.Text;
using TypedFeatures.ClickHouse.Format;
using TypedFeatures.ClickHouse.Http;
using TypedFeatures.Offline;

namespace TypedFeatures.ClickHouse;

/// <summary>Reads a result as it comes over the line; values are decoded where they lie.</summary>
internal sealed class ClickHouseRowCursor(RunningQuery query, CancellationToken queryToken) : RowCursor
{
    private readonly RowBinaryReader reader = query.Reader;
    private bool isDisposed;

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        queryToken.ThrowIfCancellationRequested();
        if (!queryToken.CanBeCanceled || queryToken == cancellationToken)
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!cancellationToken.CanBeCanceled)
        {
            return await reader.ReadAsync(queryToken).ConfigureAwait(false);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, queryToken);
        try
        {
            return await reader.ReadAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            // The caller knows its own token, not the linked one.
            throw new OperationCanceledException(cancellationToken.IsCancellationRequested ? cancellationToken : queryToken);
        }
    }

    public override bool IsNull(int column) => reader.Offsets[column] < 0;

    public override bool GetBoolean(int column) => Integer(column) != 0;

    public override int GetInt32(int column)
    {
        var value = Integer(column);
        return value == (int)value ? (int)value : throw Misfit(column, "holds a value outside 32 bits");
    }

    public override long GetInt64(int column)
    {
        if (reader.Types[column].Wire == Wire.Int64 && reader.Offsets[column] is >= 0 and var at)
        {
            return BinaryPrimitives.ReadInt64LittleEndian(reader.Row[at..]);
        }

        var value = Integer(column);
        return value == (long)value ? (long)value : throw Misfit(column, "holds a value outside 64 bits");
    }

    public override float GetSingle(int column) => reader.Types[column].Wire == Wire.Float32 && !IsNull(column)
        ? BinaryPrimitives.ReadSingleLittleEndian(reader.Row[reader.Offsets[column]..])
        : (float)GetDouble(column);

    public override double GetDouble(int column)
    {
        if (IsNull(column))
        {
            throw Misfit(column, "is null");
        }

        var at = reader.Row[reader.Offsets[column]..];
        return reader.Types[column].Wire switch
        {
            Wire.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(at),
            Wire.Float32 => BinaryPrimitives.ReadSingleLittleEndian(at),
            _ => (double)Integer(column),
        };
    }

    public override string GetString(int column) => reader.Types[column].Wire == Wire.Text && !IsNull(column)
        ? Encoding.UTF8.GetString(reader.TextAt(reader.Offsets[column]))
        : throw Misfit(column, "is not text");

    public override float[] GetVector(int column) => reader.Types[column].Wire == Wire.Text && !IsNull(column) && VectorText.Is(reader.TextAt(reader.Offsets[column]))
        ? VectorText.Read(reader.TextAt(reader.Offsets[column]))
        : base.GetVector(column);

    public override async ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            await query.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Int128 Integer(int column) => IsNull(column) ? throw Misfit(column, "is null")
        : reader.Types[column].Wire <= Wire.Int128 ? reader.IntegerAt(column)
        : throw Misfit(column, "is not an integer");

    private OfflineEngineException Misfit(int column, string what) =>
        new($"ClickHouse: column '{reader.Names[column]}' {(IsNull(column) ? "is null" : what)}. Check the type that the plan gives this column.");
}
