using TypedFeatures.Online;
using TypedFeatures.Tests.Shared;

namespace TypedFeatures.Redis.Tests;

/// <summary>What every online store does, on a real server. A prefix of its own makes each test's store empty.</summary>
public sealed class RedisOnlineStoreSpecification(RedisFixture redis) : OnlineStoreSpecification, IClassFixture<RedisFixture>
{
    protected override async Task<IOnlineStore> OpenAsync() =>
        await RedisOnlineStore.ConnectAsync((await redis.GetAsync()).Configuration, prefix: $"test {Guid.NewGuid():N}");

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time);
}
