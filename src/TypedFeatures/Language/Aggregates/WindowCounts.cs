using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Aggregates that count rows or ask for one.</summary>
public static class WindowCounts
{
    /// <summary>The number of rows.</summary>
    public static long Count<T>(this Window<T> window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.Rows.LongLength;
    }

    /// <summary>The number of rows that fulfil a condition.</summary>
    public static long Count<T>(this Window<T> window, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(predicate);
        return window.Rows.LongCount(predicate);
    }

    /// <summary>Whether there is a row.</summary>
    public static bool Any<T>(this Window<T> window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.Rows.Length > 0;
    }

    /// <summary>Whether there is a row that fulfils a condition.</summary>
    public static bool Any<T>(this Window<T> window, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(predicate);

        // Not LINQ's Any, which stops at the first: whether a predicate that fails on some row does so must not depend on the order of rows.
        return window.Rows.LongCount(predicate) > 0;
    }

    /// <summary>Whether every row fulfils a condition; true where there is none.</summary>
    public static bool All<T>(this Window<T> window, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(predicate);

        // Asks every row, as Any does.
        return window.Rows.LongCount(predicate) == window.Rows.LongLength;
    }

    /// <summary>The number of distinct values; nulls and non-finite numbers do not count.</summary>
    public static long CountDistinct<T, TValue>(this Window<T> window, Func<T, TValue> selector) =>
        AggregateArguments.Of(window, selector).ToHashSet().Count;
}
