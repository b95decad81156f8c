using System.Runtime.CompilerServices;
using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Values of an enum that is stored as its numbers: any of them, named or not.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public readonly struct NumberEnumKind<TEnum> : IValueKind<TEnum>
    where TEnum : unmanaged, Enum
{
    private static readonly bool IsUnsigned =
        Type.GetTypeCode(typeof(TEnum)) is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32;

    private static readonly bool IsStoredInInt32 = Type.GetTypeCode(typeof(TEnum)) is not (TypeCode.UInt32 or TypeCode.Int64);

    /// <inheritdoc/>
    public static int Compare(TEnum left, TEnum right) => NumberOf(left).CompareTo(NumberOf(right));

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, TEnum value) => writer.WriteVarInt64(NumberOf(value));

    /// <inheritdoc/>
    public static TEnum Read(ref StateReader reader) =>
        Of(reader.ReadVarInt64()) ?? throw StateReader.Damaged($"a number that is beyond those of {typeof(TEnum).Name}");

    /// <inheritdoc/>
    public static TEnum ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(IsStoredInInt32 ? row.GetInt32(column) : row.GetInt64(column)) ?? throw FeatureValue.NoMember(typeof(TEnum).Name);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, TEnum value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (IsStoredInInt32)
        {
            writer.Write((int)NumberOf(value));
        }
        else
        {
            writer.Write(NumberOf(value));
        }
    }

    /// <inheritdoc/>
    public static TEnum ReadJson(ref Utf8JsonReader reader) =>
        Of(JsonValue.ReadInt64(ref reader)) ?? throw FeatureValue.NoMember(typeof(TEnum).Name);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, TEnum value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(NumberOf(value));
    }

    private static long NumberOf(TEnum value) => (Unsafe.SizeOf<TEnum>(), IsUnsigned) switch
    {
        (1, true) => Unsafe.BitCast<TEnum, byte>(value),
        (1, _) => Unsafe.BitCast<TEnum, sbyte>(value),
        (2, true) => Unsafe.BitCast<TEnum, ushort>(value),
        (2, _) => Unsafe.BitCast<TEnum, short>(value),
        (4, true) => Unsafe.BitCast<TEnum, uint>(value),
        (4, _) => Unsafe.BitCast<TEnum, int>(value),
        _ => Unsafe.BitCast<TEnum, long>(value),
    };

    private static TEnum? Of(long number)
    {
        // Signed or not, the low bits are the same.
        var value = Unsafe.SizeOf<TEnum>() switch
        {
            1 => Unsafe.BitCast<byte, TEnum>(unchecked((byte)number)),
            2 => Unsafe.BitCast<ushort, TEnum>(unchecked((ushort)number)),
            4 => Unsafe.BitCast<uint, TEnum>(unchecked((uint)number)),
            _ => Unsafe.BitCast<long, TEnum>(number),
        };
        return NumberOf(value) == number ? value : null;
    }
}
