namespace TypedFeatures;

/// <summary>Window lengths, for <c>using static TypedFeatures.Duration</c>: <c>g.Last(Days(30))</c>. All are positive whole numbers of their unit.</summary>
public static class Duration
{
    /// <summary>A number of days of 24 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or beyond <see cref="TimeSpan.MaxValue"/>.</exception>
    public static TimeSpan Days(long days) => Of(days, TimeSpan.TicksPerDay);

    /// <summary>A number of hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or beyond <see cref="TimeSpan.MaxValue"/>.</exception>
    public static TimeSpan Hours(long hours) => Of(hours, TimeSpan.TicksPerHour);

    /// <summary>A number of minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or beyond <see cref="TimeSpan.MaxValue"/>.</exception>
    public static TimeSpan Minutes(long minutes) => Of(minutes, TimeSpan.TicksPerMinute);

    /// <summary>A number of seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or beyond <see cref="TimeSpan.MaxValue"/>.</exception>
    public static TimeSpan Seconds(long seconds) => Of(seconds, TimeSpan.TicksPerSecond);

    /// <summary>A number of milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or beyond <see cref="TimeSpan.MaxValue"/>.</exception>
    public static TimeSpan Milliseconds(long milliseconds) => Of(milliseconds, TimeSpan.TicksPerMillisecond);

    /// <summary>A number of microseconds, the finest length there is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or beyond <see cref="TimeSpan.MaxValue"/>.</exception>
    public static TimeSpan Microseconds(long microseconds) => Of(microseconds, TimeSpan.TicksPerMicrosecond);

    private static TimeSpan Of(long count, long ticksPerUnit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, long.MaxValue / ticksPerUnit);
        return new TimeSpan(count * ticksPerUnit);
    }
}
