namespace Shop;

/// <summary>Six rows whose features can be worked out by hand.</summary>
public static class Rows
{
    /// <summary>The moment of the training row.</summary>
    public static readonly DateTime Trained = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The moment of serving.</summary>
    public static readonly DateTime Served = new(2026, 3, 11, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Everything has happened by then.</summary>
    public static readonly DateTime Over = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly Purchase[] All =
    [
        Row("a", "2026-02-10T10:00Z", 30),
        Row("b", "2026-02-27T10:00Z", 50),
        Row("late", "2026-02-28T10:00Z", 10) with { IngestedAt = Trained.AddHours(1) },
        Row("c", "2026-03-10T10:00Z", 5),
        // A newer version of c, which says what became of it.
        Row("c", "2026-03-10T10:00Z", 5) with { IngestedAt = Trained.AddDays(40), ChargedBack = true },
        Row("other", "2026-02-28T10:00Z", 1000) with { UserId = 7 },
    ];

    private static Purchase Row(string id, string at, double amount)
    {
        var occurred = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
        return new() { EventId = id, OccurredAt = occurred, IngestedAt = occurred.AddMinutes(1), UserId = 42, Amount = amount, Category = "books" };
    }
}
