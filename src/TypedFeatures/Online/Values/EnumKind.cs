using System.Runtime.CompilerServices;
using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Enum members, ordered by and written as their numeric values.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public readonly struct EnumKind<TEnum> : IValueKind<TEnum>
    where TEnum : unmanaged, Enum
{
    private static readonly HashSet<TEnum> Members = [.. Enum.GetValues<TEnum>()];
    private static readonly Dictionary<string, TEnum> Names = Enum.GetNames<TEnum>().ToDictionary(static name => name, static name => Enum.Parse<TEnum>(name));

    /// <inheritdoc/>
    public static int Compare(TEnum left, TEnum right) => Comparer<TEnum>.Default.Compare(left, right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, TEnum value) => writer.WriteVarInt64(Bits(value));

    /// <inheritdoc/>
    public static TEnum Read(ref StateReader reader)
    {
        var bits = reader.ReadVarInt64();
        return OfBits(bits) ?? throw StateReader.Damaged($"a value that is no member of {typeof(TEnum).Name}");
    }

    /// <inheritdoc/>
    public static TEnum ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Named(row.GetString(column));
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, TEnum value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteEnum(isNull: false, Enum.GetName(value));
    }

    /// <inheritdoc/>
    public static TEnum ReadJson(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return OfBits(JsonValue.ReadInt64(ref reader)) ?? throw FeatureValue.NoMember(typeof(TEnum).Name);
        }

        return Named(JsonValue.ReadString(ref reader));
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, TEnum value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Enum.GetName(value));
    }

    // Members alone: Enum.TryParse takes numbers for names too.
    private static TEnum Named(string name) => Names.TryGetValue(name, out var member) ? member : throw FeatureValue.NoMember(typeof(TEnum).Name);

    private static TEnum? OfBits(long bits)
    {
        var value = Unsafe.SizeOf<TEnum>() switch
        {
            1 => Unsafe.BitCast<sbyte, TEnum>(unchecked((sbyte)bits)),
            2 => Unsafe.BitCast<short, TEnum>(unchecked((short)bits)),
            4 => Unsafe.BitCast<int, TEnum>(unchecked((int)bits)),
            _ => Unsafe.BitCast<long, TEnum>(bits),
        };
        return Bits(value) == bits && Members.Contains(value) ? value : null;
    }

    private static long Bits(TEnum value) => Unsafe.SizeOf<TEnum>() switch
    {
        1 => Unsafe.BitCast<TEnum, sbyte>(value),
        2 => Unsafe.BitCast<TEnum, short>(value),
        4 => Unsafe.BitCast<TEnum, int>(value),
        _ => Unsafe.BitCast<TEnum, long>(value),
    };
}
