using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Aggregates that pick one of the values of an expression that may be null. Constraints choose among this class and its two siblings.</summary>
public static class WindowNullableValues
{
    /// <summary>The smallest value; null where there is none. Nulls and non-finite numbers are skipped.</summary>
    public static TValue? Min<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).MinimumOfValues();

    /// <summary>The greatest value; null where there is none. Nulls and non-finite numbers are skipped.</summary>
    public static TValue? Max<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).MaximumOfValues();

    /// <summary>The most frequent value, of equally frequent ones the smallest; null where there is none. Nulls and non-finite numbers are skipped.</summary>
    public static TValue? Mode<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).ModeOfValues();

    /// <summary>The value of the last row in order that has one; null where there is none. Nulls and non-finite numbers are skipped.</summary>
    public static TValue? Latest<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).LatestOfValues();

    /// <summary>The value of the first row in order that has one; null where there is none. Nulls and non-finite numbers are skipped.</summary>
    public static TValue? First<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).FirstOfValues();

    /// <summary>The values of the first rows in order that have one, oldest first, at most <paramref name="k"/>; none where there is none. Nulls and non-finite numbers are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not from 1 to 1000.</exception>
    public static FeatureList<TValue> FirstK<T, TValue>(this Window<T> window, int k, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).FirstK(k);

    /// <summary>The values of the last rows in order that have one, newest first, at most <paramref name="k"/>; none where there is none. Nulls and non-finite numbers are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not from 1 to 1000.</exception>
    public static FeatureList<TValue> LatestK<T, TValue>(this Window<T> window, int k, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).LatestK(k);

    /// <summary>The most frequent values, most frequent first and of equally frequent ones the smaller first, at most <paramref name="k"/>; none where there is none. Nulls and non-finite numbers are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not from 1 to 1000.</exception>
    public static FeatureList<TValue> TopK<T, TValue>(this Window<T> window, int k, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).TopK(k);

    /// <summary>The number of rows by value, sorted by value. Nulls and non-finite numbers are skipped. The map grows with the number of different values: choose something that has few.</summary>
    public static FeatureMap<TValue, long> CountBy<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).CountBy();

    /// <summary>The exact sum of the amounts by value, sorted by value; only values with an amount are there. Nulls and non-finite numbers are skipped. So are amounts. The map grows with the number of different values.</summary>
    /// <exception cref="OverflowException">An exact sum does not fit <see cref="long"/>.</exception>
    public static FeatureMap<TValue, long> SumBy<T, TValue>(this Window<T> window, Func<T, TValue?> selector, Func<T, long?> amount)
        where TValue : struct =>
        AggregateArguments.Pairs(window, selector, amount).SumBy();

    /// <summary>The sum of the amounts by value, sorted by value; only values with an amount are there. Nulls and non-finite numbers are skipped. So are amounts. The map grows with the number of different values.</summary>
    public static FeatureMap<TValue, double> SumBy<T, TValue>(this Window<T> window, Func<T, TValue?> selector, Func<T, double?> amount)
        where TValue : struct =>
        AggregateArguments.Pairs(window, selector, amount).SumBy();
}
