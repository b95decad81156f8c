namespace TypedFeatures.Tests.Store;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class ManualTimeProvider(DateTime start) : TimeProvider
{
    public DateTime Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
