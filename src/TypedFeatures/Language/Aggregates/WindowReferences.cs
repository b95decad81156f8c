using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Aggregates that pick one of the values of a text expression; order is by Unicode code point. Constraints choose among this class and its two siblings.</summary>
public static class WindowReferences
{
    /// <summary>The smallest value; null where there is none. Nulls are skipped.</summary>
    public static TValue? Min<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).MinimumOfReferences();

    /// <summary>The greatest value; null where there is none. Nulls are skipped.</summary>
    public static TValue? Max<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).MaximumOfReferences();

    /// <summary>The most frequent value, of equally frequent ones the smallest; null where there is none. Nulls are skipped.</summary>
    public static TValue? Mode<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).ModeOfReferences();

    /// <summary>The value of the last row in order that has one; null where there is none. Nulls are skipped.</summary>
    public static TValue? Latest<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).LatestOfReferences();

    /// <summary>The value of the first row in order that has one; null where there is none. Nulls are skipped.</summary>
    public static TValue? First<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).FirstOfReferences();

    /// <summary>The values of the first rows in order that have one, oldest first, at most <paramref name="k"/>; none where there is none. Nulls are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not from 1 to 1000.</exception>
    public static FeatureList<TValue> FirstK<T, TValue>(this Window<T> window, int k, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).OfType<TValue>().FirstK(k);

    /// <summary>The values of the last rows in order that have one, newest first, at most <paramref name="k"/>; none where there is none. Nulls are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not from 1 to 1000.</exception>
    public static FeatureList<TValue> LatestK<T, TValue>(this Window<T> window, int k, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).OfType<TValue>().LatestK(k);

    /// <summary>The most frequent values, most frequent first and of equally frequent ones the smaller first, at most <paramref name="k"/>; none where there is none. Nulls are skipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not from 1 to 1000.</exception>
    public static FeatureList<TValue> TopK<T, TValue>(this Window<T> window, int k, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).OfType<TValue>().TopK(k);

    /// <summary>The number of rows by value, sorted by value. Nulls are skipped. The map grows with the number of different values: choose something that has few.</summary>
    public static FeatureMap<TValue, long> CountBy<T, TValue>(this Window<T> window, Func<T, TValue?> selector)
        where TValue : class =>
        AggregateArguments.Of(window, selector).OfType<TValue>().CountBy();

    /// <summary>The exact sum of the amounts by value, sorted by value; only values with an amount are there. Nulls are skipped. So are amounts. The map grows with the number of different values.</summary>
    /// <exception cref="OverflowException">An exact sum does not fit <see cref="long"/>.</exception>
    public static FeatureMap<TValue, long> SumBy<T, TValue>(this Window<T> window, Func<T, TValue?> selector, Func<T, long?> amount)
        where TValue : class =>
        AggregateArguments.PairsOfReferences(window, selector, amount).SumBy();

    /// <summary>The sum of the amounts by value, sorted by value; only values with an amount are there. Nulls are skipped. So are amounts. The map grows with the number of different values.</summary>
    public static FeatureMap<TValue, double> SumBy<T, TValue>(this Window<T> window, Func<T, TValue?> selector, Func<T, double?> amount)
        where TValue : class =>
        AggregateArguments.PairsOfReferences(window, selector, amount).SumBy();
}
