using TypedFeatures.Online;
using TypedFeatures.Plans;

namespace TypedFeatures.Reference;

/// <summary>Variances and percentiles as the language defines them.</summary>
internal static class ReferenceStatistics
{
    public static double? Variance<T>(Window<T> window, Func<T, double?> selector, bool isSample)
    {
        var values = AggregateArguments.Of(window, selector).ToArray();
        if (values.Length < (isSample ? 2 : 1) || values.Any(static value => Math.Abs(value) > AggregateTable.GreatestToSquare))
        {
            return null;
        }

        // In two passes: the difference of the mean square and the squared mean would cancel.
        var mean = values.Sum() / values.Length;
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return squares / (isSample ? values.Length - 1 : values.Length);
    }

    public static double? Percentile<T>(Window<T> window, Func<T, double?> selector, double p)
    {
        var values = AggregateArguments.Of(window, selector).Order().ToArray();
        return values.Length == 0 ? null : Interpolated.At(values, p);
    }
}
