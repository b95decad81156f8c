namespace TypedFeatures.Parity;

/// <summary>The knowledge instants of a group of histories: what all of them are read at, and what their rows gather around.</summary>
/// <param name="Instants">In ascending order.</param>
/// <param name="Lengths">The lengths of the windows that are compared, so that histories put events exactly on their ends.</param>
public sealed record Clock(IReadOnlyList<DateTime> Instants, IReadOnlyList<TimeSpan> Lengths)
{
    /// <summary>The lengths of the tiles that are compared; those of the windows where none are given.</summary>
    public IReadOnlyList<TimeSpan> Tiles { get; init; } = Lengths;

    private static readonly DateTime[] Anchors =
    [
        At(2024, 2, 29),
        At(1970, 1, 1),
        At(1970, 1, 1).AddMicroseconds(-1),
        At(2023, 12, 31).AddDays(1).AddMicroseconds(-1),
        At(1904, 2, 29).AddHours(13).AddMicroseconds(123_456),
        At(1900, 8, 1),
        At(2096, 2, 28).AddHours(23.5),
        At(2000, 3, 1).AddMilliseconds(-250),
        At(2298, 12, 30),
    ];

    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(1), TimeSpan.FromHours(31.25), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(40),
    ];

    public static Clock Draw(Random random, IReadOnlyList<TimeSpan> lengths, IReadOnlyList<TimeSpan>? tiles = null)
    {
        var instant = random.NextDouble() < 0.5 ? At(2024, 1, 1).AddMicroseconds(random.NextInt64(400L * 86_400_000_000)) : random.Pick(Anchors);
        var instants = new List<DateTime> { instant };
        for (var i = 0; i < 2; i++)
        {
            instants.Add(instants[^1] + random.Pick(Gaps));
        }

        return new Clock(instants, lengths) { Tiles = tiles ?? lengths };
    }

    /// <summary>The clock with more instants.</summary>
    public Clock With(params DateTime?[] more) => this with { Instants = [.. Instants.Concat(more.OfType<DateTime>()).Distinct().Order()] };

    /// <summary>An instant that something interesting happens at: on an instant of the clock, on an end of a window, or one microsecond beside.</summary>
    public DateTime Near(Random random)
    {
        var instant = random.Pick(Instants);
        if (random.Chance(0.15))
        {
            // The begin of a tile.
            var length = random.Pick(Tiles);
            instant = new DateTime(instant.Ticks - (instant.Ticks % length.Ticks), DateTimeKind.Utc) - random.Pick(Lengths);
            return new DateTime(instant.Ticks - (instant.Ticks % length.Ticks), DateTimeKind.Utc) + TimeSpan.FromMicroseconds(random.Next(-1, 2));
        }

        var offset = random.Next(10) switch
        {
            0 or 1 => TimeSpan.Zero,
            2 or 3 or 4 => -random.Pick(Lengths),
            5 => TimeSpan.FromHours(random.Next(1, 60)),
            6 => TimeSpan.FromDays(-random.Next(0, 100)),
            7 => -TimeSpan.FromMicroseconds(random.NextInt64(3_600_000_000)),
            8 => -TimeSpan.FromMicroseconds(random.NextInt64(100L * 86_400_000_000)),
            _ => -random.Pick(Lengths) + random.Pick(Lengths),
        };
        var step = random.Next(4) switch { 0 => 1, 1 => -1, _ => 0 };
        return instant + offset + TimeSpan.FromMicroseconds(step);
    }

    private static DateTime At(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
