using System.Text;
using TypedFeatures.Online;
using TypedFeatures.Tests.Store;

namespace TypedFeatures.Tests.Online;

/// <summary>What the in-memory store does beyond <see cref="InMemoryOnlineStoreSpecification"/>.</summary>
public class InMemoryOnlineStoreTests
{
    private readonly ManualTimeProvider clock = new(StoreFixture.T);

    [Fact]
    public async Task TimeToLive_IsCountedByTheClockGiven()
    {
        await using var store = new InMemoryOnlineStore(clock);
        await store.SetManyAsync("t", [Entry("a", "1", TimeSpan.FromSeconds(10)), Entry("b", "2", null), Entry("c", "3", TimeSpan.MaxValue)]);
        clock.Now = clock.Now.AddSeconds(10).AddTicks(-1);
        (await Get(store, "a", "b", "c")).ShouldBe(["1", "2", "3"]);
        clock.Now = clock.Now.AddTicks(1);
        (await Get(store, "a", "b", "c")).ShouldBe([null, "2", "3"]);
    }

    [Fact]
    public async Task AfterDispose_CallsSaySo()
    {
        var store = new InMemoryOnlineStore();
        await store.DisposeAsync();
        Should.Throw<ObjectDisposedException>(() => _ = store.GetManyAsync("t", []));
    }

    private static OnlineEntry Entry(string key, string value, TimeSpan? timeToLive) =>
        new(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(value), timeToLive);

    private static async Task<string?[]> Get(InMemoryOnlineStore store, params string[] keys)
    {
        var values = await store.GetManyAsync("t", [.. keys.Select(key => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(key))]);
        return [.. values.Select(value => value is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null)];
    }
}
