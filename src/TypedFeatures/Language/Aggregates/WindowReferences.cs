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
}
