using System.Globalization;

namespace TypedFeatures.Plans.Dialects;

/// <summary>Instants and dates as SQL literals say them.</summary>
internal static class DateTimeText
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary><c>2026-01-31 12:00:00.000001</c></summary>
    public static string Instant(long microseconds) =>
        Epoch.AddTicks(checked(microseconds * 10)).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary><c>2026-01-31</c></summary>
    public static string Date(int days) => Epoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
