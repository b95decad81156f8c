namespace TypedFeatures.Reference;

/// <summary>The values an aggregate sees: nulls and numbers that are not finite are skipped, instants are UTC.</summary>
internal static class AggregateArguments
{
    public static IEnumerable<TValue> Of<T, TValue>(Window<T> window, Func<T, TValue> selector)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(selector);
        return [.. window.Rows.Select(selector).Where(IsAdmitted).Select(Plain)];
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
                .Where(IsAdmitted)
                .Select(Plain),
        ];
    }

    /// <summary>The values with their amounts; an amount is looked at only where there is a value.</summary>
    public static IEnumerable<(TValue Value, TAmount Amount)> Pairs<T, TValue, TAmount>(
        Window<T> window, Func<T, TValue?> selector, Func<T, TAmount?> amount)
        where TValue : struct
        where TAmount : struct
    {
        ArgumentNullException.ThrowIfNull(selector);
        return PairsOf(window, row => selector(row) is { } value ? new[] { value } : [], amount);
    }

    /// <inheritdoc cref="Pairs{T, TValue, TAmount}(Window{T}, Func{T, TValue?}, Func{T, TAmount?})"/>
    public static IEnumerable<(TValue Value, TAmount Amount)> Pairs<T, TValue, TAmount>(
        Window<T> window, Func<T, TValue> selector, Func<T, TAmount?> amount)
        where TValue : struct
        where TAmount : struct
    {
        ArgumentNullException.ThrowIfNull(selector);
        return PairsOf(window, row => new[] { selector(row) }, amount);
    }

    /// <inheritdoc cref="Pairs{T, TValue, TAmount}(Window{T}, Func{T, TValue?}, Func{T, TAmount?})"/>
    public static IEnumerable<(TValue Value, TAmount Amount)> PairsOfReferences<T, TValue, TAmount>(
        Window<T> window, Func<T, TValue?> selector, Func<T, TAmount?> amount)
        where TValue : class
        where TAmount : struct
    {
        ArgumentNullException.ThrowIfNull(selector);
        return PairsOf(window, row => selector(row) is { } value ? new[] { value } : [], amount);
    }

    private static IEnumerable<(TValue Value, TAmount Amount)> PairsOf<T, TValue, TAmount>(
        Window<T> window, Func<T, TValue[]> selector, Func<T, TAmount?> amount)
        where TAmount : struct
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(amount);
        return
            from row in window.Rows
            from value in selector(row)
            where IsAdmitted(value)
            let number = amount(row)
            where number is not null && IsAdmitted(number.GetValueOrDefault())
            select (Plain(value), number.GetValueOrDefault());
    }

    private static TValue Plain<TValue>(TValue value) => value is DateTime { Kind: DateTimeKind.Unspecified } instant ? (TValue)(object)ColumnValue.InUtc(instant) : value;

    private static bool IsAdmitted<TValue>(TValue value) => value switch
    {
        null => false,
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        _ => true,
    };
}
