using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>
/// Sums. As in LINQ the sum of nothing is 0. A selector of what is never null fits those of what may be: the C# compiler binds a lambda once for each overload
/// that there is, and half as many are half the time (docs/decisions/0031).
/// </summary>
public static class WindowSums
{
    /// <summary>The exact sum of the values; 0 of none. Nulls are skipped.</summary>
    /// <exception cref="OverflowException">The exact total does not fit <see cref="int"/>.</exception>
    public static int Sum<T>(this Window<T> window, Func<T, int?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return checked((int)ReferenceArithmetic.ExactSum(window, row => selector(row)));
    }

    /// <summary>The exact sum of the values; 0 of none. Nulls are skipped.</summary>
    /// <exception cref="OverflowException">The exact total does not fit <see cref="long"/>.</exception>
    public static long Sum<T>(this Window<T> window, Func<T, long?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return checked((long)ReferenceArithmetic.ExactSum(window, row => selector(row)));
    }

    /// <summary>The sum of the values, as a double; 0 of none. Nulls and non-finite values are skipped.</summary>
    public static double Sum<T>(this Window<T> window, Func<T, float?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return ReferenceArithmetic.Sum(window, row => selector(row));
    }

    /// <summary>The sum of the values, as a double; 0 of none. Nulls and non-finite values are skipped.</summary>
    public static double Sum<T>(this Window<T> window, Func<T, double?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return ReferenceArithmetic.Sum(window, row => selector(row));
    }

    /// <summary>The exact sum of decimals, of their scale; 0 of none. Nulls are skipped.</summary>
    /// <exception cref="OverflowException">The exact total has more than 18 digits, those after the point included.</exception>
    public static decimal Sum<T>(this Window<T> window, Func<T, decimal?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return ReferenceArithmetic.ExactSum(window, selector);
    }

    /// <summary>The exact sum of lengths of time; zero of none. Nulls are skipped.</summary>
    /// <exception cref="OverflowException">The exact total does not fit <see cref="TimeSpan"/>.</exception>
    public static TimeSpan Sum<T>(this Window<T> window, Func<T, TimeSpan?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new TimeSpan(checked((long)ReferenceArithmetic.ExactSum(window, row => selector(row)?.Ticks)));
    }

    /// <summary>The sum of vectors, number by number: computed in double and rounded to <see cref="float"/> at the end; zeros of none. Nulls are skipped.</summary>
    public static float[] Sum<T>(this Window<T> window, Func<T, float[]?> selector) => ReferenceVectors.Sum(AggregateArguments.Of(window, selector));
}
