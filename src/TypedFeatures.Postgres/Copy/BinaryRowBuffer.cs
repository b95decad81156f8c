using System.Buffers.Binary;
using System.Text;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres.Copy;

/// <summary>
/// Rows in the binary format of COPY: per row the number of fields, per field its length in bytes and its value, big-endian; a null has length −1.
/// Instants count microseconds and dates days from 2000 on.
/// </summary>
internal class BinaryRowBuffer : RowWriter
{
    private const long EpochInMicroseconds = 946_684_800_000_000;
    private const int EpochInDays = 10_957;

    // The number of the server's type real.
    private const int RealOid = 700;

    private readonly short fields;
    private byte[] bytes = new byte[1 << 16];
    private int rowStart;
    private bool isInRow;

    /// <param name="fields">How many fields a row has.</param>
    public BinaryRowBuffer(int fields)
    {
        this.fields = checked((short)fields);

        // A signature, then no flags and no extension.
        "PGCOPY\n"u8.CopyTo(bytes);
        bytes[7] = 0xFF;
        "\r\n\0"u8.CopyTo(bytes.AsSpan(8));
        Length = 19;
        rowStart = Length;
    }

    /// <summary>How many bytes wait.</summary>
    public int Length { get; private set; }

    /// <summary>The complete rows that wait.</summary>
    public ReadOnlyMemory<byte> Waiting => bytes.AsMemory(0, rowStart);

    /// <summary>Forgets the rows that waited; only between rows.</summary>
    public void Clear() => Length = rowStart = 0;

    /// <summary>Drops what was written of the row at hand.</summary>
    public void Drop()
    {
        AbandonRow();
        Length = rowStart;
        isInRow = false;
    }

    /// <summary>Writes the end of all rows.</summary>
    public void Finish()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);
        rowStart = Length;
    }

    /// <inheritdoc/>
    protected override void PutNull() => BinaryPrimitives.WriteInt32BigEndian(Field(0), -1);

    /// <inheritdoc/>
    protected override void PutBoolean(bool value) => Field(1, 1)[0] = value ? (byte)1 : (byte)0;

    /// <inheritdoc/>
    protected override void PutInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Field(4, 4), value);

    /// <inheritdoc/>
    protected override void PutInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Field(8, 8), value);

    /// <inheritdoc/>
    protected override void PutSingle(float value) => BinaryPrimitives.WriteSingleBigEndian(Field(4, 4), value);

    /// <inheritdoc/>
    protected override void PutDouble(double value) => BinaryPrimitives.WriteDoubleBigEndian(Field(8, 8), value);

    /// <inheritdoc/>
    protected override void PutString(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Encoding.UTF8.GetBytes(value, Field(length, length));
    }

    /// <inheritdoc/>
    protected override void PutVector(ReadOnlySpan<float> value)
    {
        // One dimension, no nulls, the elements' type; the length and the number of the first; then each as a field of its own.
        const int header = 20;
        var size = header + (value.Length * 8);
        var field = Field(size, size);
        BinaryPrimitives.WriteInt32BigEndian(field, 1);
        BinaryPrimitives.WriteInt32BigEndian(field[4..], 0);
        BinaryPrimitives.WriteInt32BigEndian(field[8..], RealOid);
        BinaryPrimitives.WriteInt32BigEndian(field[12..], value.Length);
        BinaryPrimitives.WriteInt32BigEndian(field[16..], 1);
        for (var i = 0; i < value.Length; i++)
        {
            var element = field[(header + (i * 8))..];
            BinaryPrimitives.WriteInt32BigEndian(element, 4);
            BinaryPrimitives.WriteSingleBigEndian(element[4..], value[i]);
        }
    }

    /// <inheritdoc/>
    protected override void PutInstant(long microseconds) => PutInt64(microseconds - EpochInMicroseconds);

    /// <inheritdoc/>
    protected override void PutDate(int days) => PutInt32(days - EpochInDays);

    /// <inheritdoc/>
    protected override void PutTimeSpan(long microseconds) => PutInt64(microseconds);

    /// <inheritdoc/>
    protected override void PutEndRow()
    {
        isInRow = false;
        rowStart = Length;
    }

    // The length, then room for the value.
    private Span<byte> Field(int size, int? length = null)
    {
        if (!isInRow)
        {
            isInRow = true;
            BinaryPrimitives.WriteInt16BigEndian(Take(2), fields);
        }

        var field = Take(4 + size);
        if (length is not { } known)
        {
            return field;
        }

        BinaryPrimitives.WriteInt32BigEndian(field, known);
        return field[4..];
    }

    private Span<byte> Take(int count)
    {
        if (Length + count > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }

        Length += count;
        return bytes.AsSpan(Length - count, count);
    }
}
