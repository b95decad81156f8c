using System.Buffers;
using TypedFeatures.Plans;
using TypedFeatures.Sources;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>Binds the values of rows to the parameters of a statement, without boxing.</summary>
internal class StatementRowWriter(SqliteStatement statement, int firstParameter) : RowWriter
{
    protected SqliteStatement Statement { get; } = statement;

    protected int Parameter => firstParameter + Column;

    protected override void PutNull() => Statement.BindNull(Parameter);

    protected override void PutBoolean(bool value) => Statement.Bind(Parameter, value ? 1L : 0L);

    protected override void PutInt32(int value) => Statement.Bind(Parameter, (long)value);

    protected override void PutInt64(long value) => Statement.Bind(Parameter, value);

    protected override void PutSingle(float value) => Statement.Bind(Parameter, (double)value);

    protected override void PutDouble(double value) => Statement.Bind(Parameter, value);

    protected override void PutString(string value) => Statement.Bind(Parameter, value);

    protected override void PutVector(ReadOnlySpan<float> value)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(VectorBytes.SizeOf(value.Length));
        Statement.BindBlob(Parameter, bytes.AsSpan(0, VectorBytes.Write(value, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    protected override void PutInstant(long microseconds) => Statement.Bind(Parameter, microseconds);

    protected override void PutDate(int days) => Statement.Bind(Parameter, (long)days);

    protected override void PutTimeSpan(long microseconds) => Statement.Bind(Parameter, microseconds);

    protected override void PutEndRow()
    {
    }
}

/// <summary>Binds the rows of a source: refuses nulls where the store needs a value, and keeps the largest ingest time.</summary>
internal sealed class SourceRowWriter(SourceSchema source, SqliteStatement statement) : StatementRowWriter(statement, firstParameter: 1)
{
    private readonly bool[] isRequired =
        [.. source.Columns.Select(c => c.Role is ColumnRole.EventId or ColumnRole.EventTime or ColumnRole.IngestTime or ColumnRole.ValidFrom)];

    private readonly int ingestTime = source.Columns.Select(c => c.Role).ToList().IndexOf(ColumnRole.IngestTime);

    /// <summary>The largest ingest time so far; null where there is none.</summary>
    public long? LargestIngestTime { get; private set; }

    protected override void PutNull()
    {
        if (isRequired[Column])
        {
            throw new RowValueException(Column, $"is null, but it is the row's {source.Columns[Column].Role}, which every row needs.");
        }

        base.PutNull();
    }

    protected override void PutInstant(long microseconds)
    {
        if (Column == ingestTime && !(LargestIngestTime >= microseconds))
        {
            LargestIngestTime = microseconds;
        }

        base.PutInstant(microseconds);
    }
}
