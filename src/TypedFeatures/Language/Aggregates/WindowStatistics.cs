using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>How values scatter, and where they lie. Nulls and numbers that are not finite are skipped.</summary>
public static class WindowStatistics
{
    /// <summary>The sample variance, the sum of squared deviations from the mean divided by one less than the number of values; null below two.</summary>
    /// <remarks>Null too where a value lies beyond ±1e140: the squares would leave the range of doubles on one engine and not on another.</remarks>
    public static double? Variance<T>(this Window<T> window, Func<T, double?> selector) => ReferenceStatistics.Variance(window, selector, isSample: true);

    /// <summary>The square root of the sample variance; null below two values.</summary>
    /// <remarks>Null too where a value lies beyond ±1e140: the squares would leave the range of doubles on one engine and not on another.</remarks>
    public static double? StandardDeviation<T>(this Window<T> window, Func<T, double?> selector) => Root(window.Variance(selector));

    /// <summary>The population variance, the mean squared deviation from the mean; null of none.</summary>
    /// <remarks>Null too where a value lies beyond ±1e140: the squares would leave the range of doubles on one engine and not on another.</remarks>
    public static double? PopulationVariance<T>(this Window<T> window, Func<T, double?> selector) => ReferenceStatistics.Variance(window, selector, isSample: false);

    /// <summary>The square root of the population variance; null of none.</summary>
    /// <remarks>Null too where a value lies beyond ±1e140: the squares would leave the range of doubles on one engine and not on another.</remarks>
    public static double? PopulationStandardDeviation<T>(this Window<T> window, Func<T, double?> selector) => Root(window.PopulationVariance(selector));

    /// <summary>The value in the middle, of an even number of values the mean of the two in the middle; null of none.</summary>
    public static double? Median<T>(this Window<T> window, Func<T, double?> selector) => window.Percentile(selector, 0.5);

    /// <summary>
    /// The value that a share of the values does not exceed, between two values linearly interpolated: of the sorted <c>n</c> values the one at
    /// <c>p · (n − 1)</c>, counted from zero; null of none.
    /// </summary>
    /// <param name="window">The window.</param>
    /// <param name="selector">The values.</param>
    /// <param name="p">The share, from 0 (the smallest) to 1 (the greatest).</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in 0 to 1.</exception>
    public static double? Percentile<T>(this Window<T> window, Func<T, double?> selector, double p)
    {
        if (p is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A percentile is a share from 0 to 1, such as 0.95.");
        }

        return ReferenceStatistics.Percentile(window, selector, p);
    }

    private static double? Root(double? square) => square is { } value ? Math.Sqrt(value) : null;
}
