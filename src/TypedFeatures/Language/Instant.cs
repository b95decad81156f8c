namespace TypedFeatures;

/// <summary>Time as the store counts it: whole microseconds since 1970, UTC, years 1900 to 2299.</summary>
public static class Instant
{
    private const long EpochTicks = 621_355_968_000_000_000;

    /// <summary>The first instant of the year 1900, in microseconds.</summary>
    public const long Min = -2_208_988_800_000_000;

    /// <summary>The last microsecond of the year 2299.</summary>
    public const long Max = 10_413_792_000_000_000 - 1;

    /// <summary>0001-01-01, the first instant <see cref="DateTime"/> can say, in microseconds.</summary>
    internal const long MinComputed = -EpochTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The last microsecond of the year 9999.</summary>
    internal const long MaxComputed = 253_402_300_799_999_999;

    /// <summary>The <see cref="DateOnly.DayNumber"/> of 1970-01-01.</summary>
    internal const int EpochDayNumber = 719_162;

    /// <summary>The smallest length of time, in microseconds, that <see cref="TimeSpan"/> can say.</summary>
    public const long MinTimeSpan = long.MinValue / TimeSpan.TicksPerMicrosecond;

    /// <summary>Floors an instant to the microsecond. <see cref="DateTimeKind.Unspecified"/> is taken as UTC.</summary>
    /// <exception cref="ArgumentException">The kind is <see cref="DateTimeKind.Local"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1900 to 2299.</exception>
    public static long FromDateTime(DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException("An instant of kind Local means another moment on another machine; pass value.ToUniversalTime().", nameof(value));
        }

        // EpochTicks is a whole number of microseconds, so flooring ticks floors microseconds; ticks are never negative.
        var microseconds = (value.Ticks / TimeSpan.TicksPerMicrosecond) - (EpochTicks / TimeSpan.TicksPerMicrosecond);
        return microseconds is >= Min and <= Max
            ? microseconds
            : throw new ArgumentOutOfRangeException(nameof(value), value.Year, "Instants lie in the years 1900 to 2299.");
    }

    /// <summary>The greatest multiple of a length since 1970 that is not after an instant; also before 1970.</summary>
    /// <param name="microseconds">The instant.</param>
    /// <param name="length">Microseconds, positive.</param>
    public static long FloorTo(long microseconds, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var remainder = microseconds % length;
        return microseconds - (remainder < 0 ? remainder + length : remainder);
    }

    /// <summary>Floors an instant that was computed from stored ones, in any year.</summary>
    internal static long OfComputed(DateTime value) => (value.Ticks / TimeSpan.TicksPerMicrosecond) + MinComputed;

    /// <summary>The instant as a <see cref="DateTime"/> of kind UTC.</summary>
    public static DateTime ToDateTime(long microseconds) =>
        new((microseconds * TimeSpan.TicksPerMicrosecond) + EpochTicks, DateTimeKind.Utc);

    /// <summary>Floors a length of time to whole microseconds.</summary>
    public static long FromTimeSpan(TimeSpan value)
    {
        var (quotient, remainder) = Math.DivRem(value.Ticks, TimeSpan.TicksPerMicrosecond);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The length of time of a number of microseconds.</summary>
    /// <exception cref="OverflowException">It does not fit <see cref="TimeSpan"/>.</exception>
    public static TimeSpan ToTimeSpan(long microseconds) => new(checked(microseconds * TimeSpan.TicksPerMicrosecond));

    /// <summary>The days from 1970 to a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1900 to 2299.</exception>
    public static int FromDate(DateOnly value) =>
        value.Year is >= 1900 and <= 2299
            ? value.DayNumber - EpochDayNumber
            : throw new ArgumentOutOfRangeException(nameof(value), value.Year, "Dates lie in the years 1900 to 2299.");

    /// <summary>The date a number of days after 1970.</summary>
    public static DateOnly ToDate(int days) => DateOnly.FromDayNumber(days + EpochDayNumber);
}
