using System.ComponentModel;
using TypedFeatures.Plans;

namespace TypedFeatures.Online;

/// <summary>
/// Between decimals and the whole numbers of units that they are stored and computed as; for generated code. A decimal made here has its declared scale, trailing zeros
/// included: .NET's sums keep the greater scale, and its conversion to double is that of the units divided by the power of ten, as on every engine.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DecimalValue
{
    private const int SignShift = 31;
    private static readonly UInt128[] Powers = [.. Enumerable.Range(0, 29).Select(static e => (UInt128)System.Numerics.BigInteger.Pow(10, e))];

    /// <summary>The decimal of so many units.</summary>
    public static decimal Of(long units, int scale)
    {
        var magnitude = units < 0 ? (ulong)-units : (ulong)units;
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, units < 0, (byte)scale);
    }

    /// <summary>The decimal of so many units; null of null.</summary>
    public static decimal? Of(long? units, int scale) => units is { } value ? Of(value, scale) : null;

    /// <summary>The decimals of a list of units.</summary>
    public static FeatureList<decimal>? Of(FeatureList<long>? units, int scale) =>
        units is null ? null : new FeatureList<decimal>(Array.ConvertAll(units.ToArray(), value => Of(value, scale)));

    /// <summary>The map with decimals for keys.</summary>
    public static FeatureMap<decimal, TValue>? OfKeys<TValue>(FeatureMap<long, TValue>? units, int scale)
        where TValue : struct =>
        units is null ? null : new FeatureMap<decimal, TValue>(Array.ConvertAll(units.Keys.ToArray(), value => Of(value, scale)), units.Values.ToArray());

    /// <summary>The units of a decimal that <see cref="Normal"/> has passed.</summary>
    public static long UnitsOf(decimal value, int scale) => TryScale(value, scale, out var units) ? units : throw Overflow();

    /// <summary>A number of units that must not be greater than a limit.</summary>
    /// <exception cref="OverflowException">It is.</exception>
    public static long Within(long units, long limit) => units >= -limit && units <= limit ? units : throw Overflow();

    /// <summary>A key or an input as it would be stored: of its declared scale.</summary>
    /// <exception cref="ArgumentException">It has more digits than declared.</exception>
    public static decimal Normal(decimal value, int precision, int scale, string name) =>
        FaultOf(value, precision, scale, out var units) is { } fault ? throw new ArgumentException($"{name} {fault}") : Of(units, scale);

    /// <summary>What is wrong with a value on its way into a column, as the end of a sentence; null where nothing is. It never holds the value.</summary>
    internal static string? FaultOf(decimal value, int precision, int scale, out long units) =>
        !TryScale(value, scale, out units) ? $"has more than {scale} digits after the point, or more than {precision} in all, where [Decimal({precision}, {scale})] says how many; round it, or declare more."
        : units >= ScalarType.PowerOfTen(precision) || units <= -ScalarType.PowerOfTen(precision) ? $"has more than {precision} digits where [Decimal({precision}, {scale})] says how many; declare more."
        : null;

    /// <summary>A result that must fit its declaration, of its declared scale.</summary>
    /// <exception cref="OverflowException">It does not.</exception>
    internal static decimal Fit(decimal value, int precision, int scale) =>
        FaultOf(value, precision, scale, out var units) is null ? Of(units, scale) : throw Overflow();

    /// <summary>A total of values that have their declared scale, which it has, too, unless it is zero: it must fit <see cref="DecimalAttribute.MostDigits"/> digits.</summary>
    /// <exception cref="OverflowException">It does not.</exception>
    internal static decimal Total(decimal value) => MantissaOf(value, out _) < Powers[DecimalAttribute.MostDigits] ? value : throw Overflow();

    /// <summary>Whether a value is what <see cref="Of(long, int)"/> makes: of the scale, and no negative zero.</summary>
    internal static bool IsNormal(decimal value, int scale) => value.Scale == scale && !(value == 0 && decimal.IsNegative(value));

    private static bool TryScale(decimal value, int scale, out long units)
    {
        units = 0;
        var mantissa = MantissaOf(value, out var isNegative);
        if (value.Scale > scale)
        {
            var (quotient, remainder) = UInt128.DivRem(mantissa, Powers[value.Scale - scale]);
            if (remainder != 0)
            {
                return false;
            }

            mantissa = quotient;
        }
        else if (mantissa > long.MaxValue)
        {
            return false;
        }
        else
        {
            mantissa *= Powers[scale - value.Scale];
        }

        if (mantissa > long.MaxValue)
        {
            return false;
        }

        units = isNegative ? -(long)mantissa : (long)mantissa;
        return true;
    }

    private static UInt128 MantissaOf(decimal value, out bool isNegative)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        isNegative = bits[3] >> SignShift != 0;
        return new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
    }

    private static OverflowException Overflow() => new("A decimal has more digits than its declaration, or a total more than 18. Declare more, or compute in double.");
}
