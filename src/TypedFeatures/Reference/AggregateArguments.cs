namespace TypedFeatures.Reference;

/// <summary>The values an aggregate sees: nulls and numbers that are not finite are skipped.</summary>
internal static class AggregateArguments
{
    public static IEnumerable<TValue> Of<T, TValue>(Window<T> window, Func<T, TValue> selector)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(selector);
        return [.. window.Rows.Select(selector).Where(IsAdmitted)];
    }

    public static IEnumerable<TValue> Of<T, TValue>(Window<T> window, Func<T, TValue?> selector)
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(selector);
        return
        [
            .. window.Rows.Select(selector)
                .Where(static value => value.HasValue)
                .Select(static value => value.GetValueOrDefault())
                .Where(IsAdmitted),
        ];
    }

    private static bool IsAdmitted<TValue>(TValue value) => value switch
    {
        null => false,
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        _ => true,
    };
}
