using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Aggregates that pick one of the values of an expression that is never null. Constraints choose among this class and its two siblings.</summary>
public static class WindowValues
{
    /// <summary>The smallest value; null where there is none. Non-finite numbers are skipped.</summary>
    public static TValue? Min<T, TValue>(this Window<T> window, Func<T, TValue> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).MinimumOfValues();

    /// <summary>The greatest value; null where there is none. Non-finite numbers are skipped.</summary>
    public static TValue? Max<T, TValue>(this Window<T> window, Func<T, TValue> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).MaximumOfValues();

    /// <summary>The most frequent value, of equally frequent ones the smallest; null where there is none. Non-finite numbers are skipped.</summary>
    public static TValue? Mode<T, TValue>(this Window<T> window, Func<T, TValue> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).ModeOfValues();

    /// <summary>The value of the last row in order that has one; null where there is none. Non-finite numbers are skipped.</summary>
    public static TValue? Latest<T, TValue>(this Window<T> window, Func<T, TValue> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).LatestOfValues();

    /// <summary>The value of the first row in order that has one; null where there is none. Non-finite numbers are skipped.</summary>
    public static TValue? First<T, TValue>(this Window<T> window, Func<T, TValue> selector)
        where TValue : struct =>
        AggregateArguments.Of(window, selector).FirstOfValues();
}
