using TypedFeatures.Online;
using TypedFeatures.Tests.Shared;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>What every online store does, in a SQLite file.</summary>
public sealed class SqliteOnlineStoreSpecification : OnlineStoreSpecification
{
    private readonly ScratchFolder folder = new();
    private readonly ManualTimeProvider clock = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override Task<IOnlineStore> OpenAsync() =>
        Task.FromResult<IOnlineStore>(SqliteOnlineStore.Open(folder.File("online.db"), clock));

    protected override Task PassAsync(TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }
}
