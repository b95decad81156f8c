using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Aggregates that ask when rows happened.</summary>
public static class WindowTimes
{
    /// <summary>From the first row's event time to the as-of instant; null where there is no row.</summary>
    public static TimeSpan? TimeSinceFirst<T>(this Window<T> window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.Times.Length == 0 ? null : Instant.ToTimeSpan(window.AsOf - window.Times[0]);
    }

    /// <summary>From the last row's event time to the as-of instant; null where there is no row.</summary>
    public static TimeSpan? TimeSinceLast<T>(this Window<T> window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.Times.Length == 0 ? null : Instant.ToTimeSpan(window.AsOf - window.Times[^1]);
    }

    /// <summary>
    /// The sum of the values, each with the weight <c>2^(−age / halfLife)</c>, where its age is the time from its row's event time to the as-of instant; 0 of none.
    /// Nulls and numbers that are not finite are skipped.
    /// </summary>
    /// <param name="window">The window.</param>
    /// <param name="selector">The values.</param>
    /// <param name="halfLife">After how long a value counts half; a positive whole number of microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The half-life is not positive, or not whole microseconds.</exception>
    public static double DecayedSum<T>(this Window<T> window, Func<T, double?> selector, TimeSpan halfLife)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(selector);
        if (halfLife <= TimeSpan.Zero || halfLife.Ticks % TimeSpan.TicksPerMicrosecond != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(halfLife), halfLife, "A half-life is a positive whole number of microseconds, such as Days(7).");
        }

        return window.Rows.Zip(window.Times)
            .Select(row => (Value: selector(row.First), Age: (double)(window.AsOf - row.Second)))
            .Where(static row => row.Value is { } value && double.IsFinite(value))
            .Sum(row => row.Value!.Value * Math.Pow(2, -(row.Age / Instant.FromTimeSpan(halfLife))));
    }
}
