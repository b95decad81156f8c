namespace Commerce.Data;

/// <summary>When things happen: 180 days with a daily and a weekly rhythm, as the distribution of moments over quantiles.</summary>
internal static class ShopCalendar
{
    public const int Days = 180;

    public static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly DateTime End = Start.AddDays(Days);

    /// <summary>Splits moments into those to learn from and those to judge by: so far from both ends that each side has moments though sixty days lie between them and a label takes sixty more.</summary>
    public static readonly DateTime Cutoff = Start.AddDays(Days / 2);

    /// <summary>Orders by hour of the day: little at night, a rise at lunch, most in the evening.</summary>
    private static readonly int[] HourWeights = [6, 4, 3, 2, 2, 3, 6, 12, 18, 22, 25, 28, 32, 28, 24, 24, 26, 30, 38, 46, 48, 40, 26, 13];

    /// <summary>Orders by day of the week, Sunday first.</summary>
    private static readonly int[] DayWeights = [13, 9, 9, 10, 11, 14, 16];

    /// <summary>The weight of all hours before an hour, from the first to one past the last.</summary>
    private static readonly long[] Cumulative = Accumulate();

    /// <summary>The moment at a quantile of 0 up to 1, to the millisecond, as tills record it.</summary>
    public static DateTime At(double quantile)
    {
        var target = quantile * Cumulative[^1];
        var found = Array.BinarySearch(Cumulative, (long)target);
        var hour = Math.Min(found >= 0 ? found : ~found - 1, Cumulative.Length - 2);
        var within = (target - Cumulative[hour]) / (Cumulative[hour + 1] - Cumulative[hour]);
        return Start.AddTicks((hour * TimeSpan.TicksPerHour) + ((long)(within * 3_600_000) * TimeSpan.TicksPerMillisecond));
    }

    private static long[] Accumulate()
    {
        var sums = new long[(Days * 24) + 1];
        for (var hour = 0; hour < sums.Length - 1; hour++)
        {
            var day = Start.AddHours(hour).DayOfWeek;
            sums[hour + 1] = sums[hour] + (HourWeights[hour % 24] * DayWeights[(int)day]);
        }

        return sums;
    }
}
