using static TypedFeatures.Duration;

namespace TypedFeatures.Postgres.Tests;

[EventSource("targeted_events")]
public sealed record TargetedEvent
{
    [EventId] public required string Id { get; init; }

    [EventTime] public DateTime At { get; init; }

    public long UserId { get; init; }
}

[FeatureView("targeted")]
public sealed partial record Targeted
{
    [EntityKey] public long UserId { get; init; }

    public long Events { get; init; }

    private static FeatureQuery<Targeted> Define(Events<TargetedEvent> events) =>
        from e in events
        group e by e.UserId into g
        select new Targeted { UserId = g.Key, Events = g.Last(Days(1)).Count() };
}

public sealed class TargetedEnginesTests
{
    [Fact]
    public void TheProjectsProperty_SaysForWhichEnginesThereIsSql() => Targeted.View.Descriptor.Plans.Select(p => p.Engine).ShouldBe(["postgres", "sqlite"]);
}
