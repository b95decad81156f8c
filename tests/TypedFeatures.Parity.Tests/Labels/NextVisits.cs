using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A label over a source without ingest time or versions: the watermark is what the store was told.</summary>
[Label("next_visits", Owner = "parity")]
public sealed partial record NextVisits
{
    [EntityKey] public Device Device { get; init; }
    public long Visits7d { get; init; }
    public bool Any1h { get; init; }
    public double? SecondsUntilFirst { get; init; }

    private static LabelQuery<NextVisits> Define(Outcomes<Visit> visits) =>
        from v in visits
        group v by v.Device into g
        select new NextVisits
        {
            Device = g.Key,
            Visits7d = g.Next(Days(7)).Count(),
            Any1h = g.Next(Hours(1)).Any(),
            SecondsUntilFirst = (g.Next(Days(7)).Min(v => v.At) - g.AsOf)?.TotalSeconds,
        };
}
