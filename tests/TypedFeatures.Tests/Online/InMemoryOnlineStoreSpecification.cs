using TypedFeatures.Online;
using TypedFeatures.Tests.Shared;
using TypedFeatures.Tests.Store;

namespace TypedFeatures.Tests.Online;

public sealed class InMemoryOnlineStoreSpecification : OnlineStoreSpecification
{
    private readonly ManualTimeProvider clock = new(StoreFixture.T);

    protected override Task<IOnlineStore> OpenAsync() => Task.FromResult<IOnlineStore>(new InMemoryOnlineStore(clock));

    protected override Task PassAsync(TimeSpan time)
    {
        clock.Now += time;
        return Task.CompletedTask;
    }
}
