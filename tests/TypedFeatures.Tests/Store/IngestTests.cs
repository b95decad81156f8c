using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Tests.Store;

public class IngestTests
{
    static IngestTests() => SourceRegistry.Register(new ThingDescriptor());

    [Fact]
    public async Task EnumerablesOfBothKinds_GoToTheEngine_AndProgressCounts()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var reports = new Reports<long>();
        IngestReport report = await fixture.Store.IngestAsync(Enumerable.Repeat(new Thing(), 10_000), reports);
        report.ShouldBe(new IngestReport(10_000, 10_000, 0, 0, 0, 0));
        reports.All.ShouldBe([8_192L, 10_000L]);
        (await fixture.Store.IngestAsync(Things(), CancellationToken.None)).Read.ShouldBe(1);
        (await fixture.Store.IngestAsync([new Thing()])).Read.ShouldBe(1);

        static async IAsyncEnumerable<Thing> Things()
        {
            await Task.Yield();
            yield return new Thing();
        }
    }

    [Fact]
    public async Task NullRow_NamesItsPosition()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        (await Should.ThrowAsync<IngestException>(() => fixture.Store.IngestAsync([new Thing(), null!]))).Position.ShouldBe(1);
    }

    [Fact]
    public async Task Cancellation_ReachesTheRows()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Store.IngestAsync([new Thing()], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task UnknownRowType_NamesTheRemedy()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => fixture.Store.IngestAsync(["text"]))).Message.ShouldContain("[EventSource]");
    }

    private sealed class Thing;

    private sealed class ThingDescriptor() : SourceDescriptor<Thing>(new SourceSchema("things", SourceKind.Event, "Thing", EquatableArray.Of<SourceColumn>()))
    {
        public override void Write(Thing row, RowWriter writer)
        {
        }
    }
}
