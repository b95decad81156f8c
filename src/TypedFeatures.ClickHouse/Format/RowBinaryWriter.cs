using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.ClickHouse.Format;

/// <summary>Writes rows in RowBinary: values in column order, nothing between; before a nullable one a byte that says whether it is null.</summary>
/// <param name="columns">The columns' types.</param>
/// <param name="isRequired">The columns that take no null, whatever their type says; with the reason.</param>
internal sealed class RowBinaryWriter(IReadOnlyList<ScalarType> columns, Func<int, string?> isRequired) : RowWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new(64 * 1024);
    private int written;

    /// <summary>How many rows were ended.</summary>
    public long Count { get; private set; }

    /// <summary>How many bytes wait.</summary>
    public int Length => bytes.WrittenCount;

    /// <summary>The rows written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Rows => bytes.WrittenMemory;

    /// <summary>Forgets the bytes, not their room.</summary>
    public void Clear() => bytes.ResetWrittenCount();

    /// <summary>Writes a number before the columns of a row.</summary>
    public void PutLeading(long value) => Long(value);

    protected override void PutNull()
    {
        if (isRequired(Column) is { } reason)
        {
            throw new RowValueException(Column, reason);
        }

        written++;
        Byte(1);
    }

    protected override void PutBoolean(bool value)
    {
        Begin(ScalarKind.Boolean);
        Byte(value ? (byte)1 : (byte)0);
    }

    protected override void PutInt32(int value)
    {
        Begin(ScalarKind.Int32);
        Int(value);
    }

    protected override void PutInt64(long value)
    {
        Begin(ScalarKind.Int64);
        Long(value);
    }

    protected override void PutDecimal(long units, int scale)
    {
        Begin(ScalarKind.Decimal);
        Long(units);
    }

    protected override void PutSingle(float value)
    {
        Begin(ScalarKind.Single);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.GetSpan(sizeof(float)), value);
        bytes.Advance(sizeof(float));
    }

    protected override void PutDouble(double value)
    {
        Begin(ScalarKind.Double);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.GetSpan(sizeof(double)), value);
        bytes.Advance(sizeof(double));
    }

    protected override void PutString(string value)
    {
        Begin(ScalarKind.String);
        var length = Encoding.UTF8.GetByteCount(value);
        PutLength(length);
        bytes.Advance(Encoding.UTF8.GetBytes(value, bytes.GetSpan(length)));
    }

    protected override void PutVector(ReadOnlySpan<float> value)
    {
        Begin(ScalarKind.Vector);
        PutLength(VectorText.SizeOf(value.Length));
        bytes.Advance(VectorText.Write(value, bytes.GetSpan(VectorText.SizeOf(value.Length))));
    }

    protected override void PutInstant(long microseconds)
    {
        Begin(ScalarKind.DateTime);
        Long(microseconds);
    }

    protected override void PutDate(int days)
    {
        Begin(ScalarKind.Date);
        Int(days);
    }

    protected override void PutTimeSpan(long microseconds)
    {
        Begin(ScalarKind.TimeSpan);
        Long(microseconds);
    }

    protected override void PutEndRow()
    {
        if (written != columns.Count)
        {
            throw new InvalidOperationException($"A row has {columns.Count} values; {written} were written.");
        }

        written = 0;
        Count++;
    }

    private void Begin(ScalarKind kind)
    {
        written++;
        if (Column >= columns.Count)
        {
            throw new InvalidOperationException($"A row has {columns.Count} values; more were written.");
        }

        var type = columns[Column];
        if (type.Kind != kind && !(kind == ScalarKind.String && type.Kind is ScalarKind.Guid or ScalarKind.Enum))
        {
            throw new InvalidOperationException($"Column {Column} takes {type.Kind}; {kind} was written.");
        }

        if (type.IsNullable)
        {
            Byte(0);
        }
    }

    private void PutLength(int length)
    {
        var rest = (uint)length;
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((byte)(rest | 0x80));
        }

        Byte((byte)rest);
    }

    private void Byte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }

    private void Int(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), value);
        bytes.Advance(sizeof(int));
    }

    private void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
    }
}
