using StackExchange.Redis;
using TypedFeatures.Online;

namespace TypedFeatures.Redis.Tests;

/// <summary>What is Redis' own: connections, layout of keys, failures, clusters.</summary>
public sealed class RedisOnlineStoreTests(RedisFixture redis) : IClassFixture<RedisFixture>
{
    [RedisFact]
    public async Task Entries_LieUnder_PrefixTableKey_WithTheirExpiry()
    {
        await using var store = await RedisOnlineStore.ConnectAsync(await ConfigurationAsync(), prefix: "layout");
        await store.SetManyAsync("users", [new("42"u8.ToArray(), "v"u8.ToArray(), TimeSpan.FromHours(1)), new("43"u8.ToArray(), "w"u8.ToArray(), null)]);
        using var connection = await ConnectionMultiplexer.ConnectAsync(await ConfigurationAsync());
        var database = connection.GetDatabase();
        ((string?)await database.StringGetAsync("layout:users:42")).ShouldBe("v");
        (await database.KeyTimeToLiveAsync("layout:users:42"))!.Value.TotalMinutes.ShouldBeInRange(59, 60);
        (await database.KeyTimeToLiveAsync("layout:users:43")).ShouldBeNull();
    }

    [RedisFact]
    public async Task ASharedConnection_StaysOpen_WhenTheStoreIsDisposed()
    {
        using var connection = await ConnectionMultiplexer.ConnectAsync(await ConfigurationAsync());
        var store = new RedisOnlineStore(connection, prefix: "shared");
        await store.SetManyAsync("t", [new("a"u8.ToArray(), "1"u8.ToArray(), null)]);
        await store.DisposeAsync();
        ((string?)await connection.GetDatabase().StringGetAsync("shared:t:a")).ShouldBe("1");
    }

    [RedisFact]
    public async Task AConfiguration_MayHaveTheRedisScheme_AndOptions()
    {
        await using var store = await RedisOnlineStore.ConnectAsync($"redis://{await ConfigurationAsync()},connectTimeout=2000");
        (await store.GetManyAsync("t", ["absent"u8.ToArray()]))[0].ShouldBeNull();
    }

    [Fact]
    public async Task AnAbsentServer_IsNamed_InTheException()
    {
        var port = RedisServer.FreePort();
        var failure = await Should.ThrowAsync<OnlineStoreException>(async () =>
            await RedisOnlineStore.ConnectAsync($"127.0.0.1:{port},connectTimeout=500,connectRetry=1,password=secret"));
        failure.Message.ShouldStartWith($"Redis at 127.0.0.1:{port} cannot be reached.");
        failure.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task AConfiguration_WithoutAServer_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(async () => await RedisOnlineStore.ConnectAsync("connectTimeout=500"));

    [RedisFact]
    public async Task AServerThatGoesAway_IsNamed_AndNoKeyIs()
    {
        var own = await RedisServer.StartAsync();
        await using var store = await RedisOnlineStore.ConnectAsync($"{own.Configuration},syncTimeout=1500");
        await store.SetManyAsync("t", [new("a-key"u8.ToArray(), "1"u8.ToArray(), null)]);
        await own.DisposeAsync();
        var failure = await Should.ThrowAsync<OnlineStoreException>(async () => await store.GetManyAsync("t", ["a-key"u8.ToArray()]));
        failure.Message.ShouldStartWith($"Redis at {own.Configuration} did not answer");
        failure.ToString().ShouldNotContain("a-key");
    }

    [RedisFact]
    public async Task OnACluster_KeysOfManySlots_AreReadAndWritten_InOneCall()
    {
        await using var node = await RedisServer.StartAsync("--cluster-enabled", "yes", "--cluster-port", $"{RedisServer.FreePort()}");
        using (var setup = await ConnectionMultiplexer.ConnectAsync($"{node.Configuration},allowAdmin=true"))
        {
            await setup.GetDatabase().ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
            await WaitForClusterAsync(setup);
        }

        await using var store = await RedisOnlineStore.ConnectAsync(node.Configuration);
        var keys = Enumerable.Range(0, 500).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(i)).ToList();
        await store.SetManyAsync("t", [.. keys.Select(k => new OnlineEntry(k, k, null))]);
        var values = await store.GetManyAsync("t", keys);
        values.Select(v => BitConverter.ToInt32(v!.Value.Span)).ShouldBe(Enumerable.Range(0, 500));
    }

    [RedisFact]
    public async Task Cancellation_StopsBetweenBatches()
    {
        await using var store = await RedisOnlineStore.ConnectAsync(await ConfigurationAsync(), prefix: "cancelled");
        using var cancellation = new CancellationTokenSource();
        var entries = new CancellingEntries(5_000, cancellation, cancelAt: 1_500);
        await Should.ThrowAsync<OperationCanceledException>(async () => await store.SetManyAsync("t", entries, cancellation.Token));
        entries.LargestAsked.ShouldBeLessThan(3_000);
    }

    private static async Task WaitForClusterAsync(ConnectionMultiplexer connection)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var info = (string?)await connection.GetDatabase().ExecuteAsync("CLUSTER", "INFO");
            if (info!.Contains("cluster_state:ok", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The cluster did not form.");
    }

    private async Task<string> ConfigurationAsync() => (await redis.GetAsync()).Configuration;

    private sealed class CancellingEntries(int count, CancellationTokenSource cancellation, int cancelAt) : IReadOnlyList<OnlineEntry>
    {
        public int LargestAsked { get; private set; }

        public int Count => count;

        public OnlineEntry this[int index]
        {
            get
            {
                LargestAsked = Math.Max(LargestAsked, index);
                if (index == cancelAt)
                {
                    cancellation.Cancel();
                }

                return new(BitConverter.GetBytes(index), BitConverter.GetBytes(index), null);
            }
        }

        public IEnumerator<OnlineEntry> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
