using TypedFeatures.Online;
namespace TypedFeatures.Reference;

/// <summary>Sums and means as the language defines them.</summary>
internal static class ReferenceArithmetic
{
    /// <summary>The exact sum; no count of 64-bit integers that fits memory overflows 128 bits.</summary>
    public static Int128 ExactSum<T>(Window<T> window, Func<T, long?> selector) =>
        AggregateArguments.Of(window, selector).Aggregate(Int128.Zero, static (sum, value) => sum + value);

    /// <summary>The exact sum divided by the count, by the same steps on every engine so that it agrees to the bit.</summary>
    public static double? ExactAverage<T>(Window<T> window, Func<T, long?> selector)
    {
        var values = AggregateArguments.Of(window, selector).ToArray();
        if (values.Length == 0)
        {
            return null;
        }

        var sum = values.Aggregate(Int128.Zero, static (sum, value) => sum + value);
        return ToDouble(sum) / values.Length;
    }

    /// <summary>The sum of decimals, which .NET computes exactly: a decimal has room for eight thousand million values of 19 digits.</summary>
    /// <exception cref="OverflowException">The total does not fit the digits a decimal may have.</exception>
    public static decimal ExactSum<T>(Window<T> window, Func<T, decimal?> selector) => DecimalValue.Total(AggregateArguments.Of(window, selector).Sum());

    public static double Sum<T>(Window<T> window, Func<T, double?> selector) =>
        AggregateArguments.Of(window, selector).Sum();

    public static double? Average<T>(Window<T> window, Func<T, double?> selector)
    {
        var values = AggregateArguments.Of(window, selector).ToArray();
        return values.Length == 0 ? null : values.Sum() / values.Length;
    }

    private static double ToDouble(Int128 sum)
    {
        if (sum >= long.MinValue && sum <= long.MaxValue)
        {
            return (long)sum;
        }

        var high = (long)(sum >> 32);
        var low = (long)(sum & 0xFFFF_FFFF);
        return (high * 4_294_967_296.0) + low;
    }
}
