using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>
/// The key of a spine row as bytes to be hashed: its fields in declaration order, as physical values: a truth value one byte; integers, instants, dates and
/// lengths of time eight bytes, little-endian; text its number of UTF-8 bytes, so written, and these. What follows the key is not taken.
/// </summary>
/// <param name="fields">How many fields the key has.</param>
internal sealed class KeyBytesWriter(int fields) : RowWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>The bytes of the row at hand.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.WrittenSpan;

    /// <summary>Starts another row.</summary>
    public void Clear()
    {
        AbandonRow();
        buffer.ResetWrittenCount();
    }

    protected override void PutNull() => PutByte(byte.MaxValue);

    protected override void PutBoolean(bool value) => PutByte(value ? (byte)1 : (byte)0);

    protected override void PutInt32(int value) => PutNumber(value);

    protected override void PutInt64(long value) => PutNumber(value);

    protected override void PutSingle(float value) => PutNumber(BitConverter.DoubleToInt64Bits(value));

    protected override void PutDouble(double value) => PutNumber(BitConverter.DoubleToInt64Bits(value));

    protected override void PutString(string value)
    {
        PutNumber(Encoding.UTF8.GetByteCount(value));
        if (Column < fields)
        {
            Encoding.UTF8.GetBytes(value, buffer);
        }
    }

    protected override void PutInstant(long microseconds) => PutNumber(microseconds);

    protected override void PutDate(int days) => PutNumber(days);

    protected override void PutTimeSpan(long microseconds) => PutNumber(microseconds);

    protected override void PutVector(ReadOnlySpan<float> value)
    {
        PutNumber(value.Length);
        foreach (var number in value)
        {
            PutSingle(number);
        }
    }

    protected override void PutEndRow()
    {
    }

    private void PutByte(byte value)
    {
        if (Column < fields)
        {
            buffer.Write([value]);
        }
    }

    private void PutNumber(long value)
    {
        if (Column < fields)
        {
            BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), value);
            buffer.Advance(sizeof(long));
        }
    }
}
