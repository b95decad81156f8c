using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Means. The mean of nothing is null. As for sums, a selector of what is never null fits too.</summary>
public static class WindowAverages
{
    /// <summary>The exact sum divided by the number of values; null of none. Nulls are skipped.</summary>
    public static double? Average<T>(this Window<T> window, Func<T, int?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return ReferenceArithmetic.ExactAverage(window, row => selector(row));
    }

    /// <summary>The exact sum divided by the number of values; null of none. Nulls are skipped.</summary>
    public static double? Average<T>(this Window<T> window, Func<T, long?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return ReferenceArithmetic.ExactAverage(window, row => selector(row));
    }

    /// <summary>The mean of the values; null of none. Nulls and non-finite values are skipped.</summary>
    public static double? Average<T>(this Window<T> window, Func<T, float?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return ReferenceArithmetic.Average(window, row => selector(row));
    }

    /// <summary>The mean of the values; null of none. Nulls and non-finite values are skipped.</summary>
    public static double? Average<T>(this Window<T> window, Func<T, double?> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return ReferenceArithmetic.Average(window, row => selector(row));
    }

    /// <summary>The mean of vectors, number by number: computed in double and rounded to <see cref="float"/> at the end; null of none. Nulls are skipped.</summary>
    public static float[]? Average<T>(this Window<T> window, Func<T, float[]?> selector) => ReferenceVectors.Average(AggregateArguments.Of(window, selector));
}
