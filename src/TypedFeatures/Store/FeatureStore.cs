using TypedFeatures.Offline;
using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>A feature store: history in an offline engine, current states in an online store, and the ways between them.</summary>
/// <remarks>Safe for concurrent use. Dispose it to close what it opened.</remarks>
public sealed partial class FeatureStore : IAsyncDisposable
{
    private readonly IOfflineEngine? offline;
    private readonly IOnlineStore? online;
    private readonly StoreSettings settings;
    private int isDisposed;

    private FeatureStore(IOfflineEngine? offline, IOnlineStore? online, StoreSettings settings)
    {
        this.offline = offline;
        this.online = online;
        this.settings = settings;
    }

    private IOfflineEngine Offline
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed != 0, this);
            return offline ?? throw new InvalidOperationException(
                "This store has no offline engine; choose one when opening it: FeatureStore.OpenAsync(o => o.UseDuckDb(\"lake\")) or o.UseSqlite(\"offline.db\").");
        }
    }

    private IOnlineStore OnlineStore
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed != 0, this);
            return online ?? throw new InvalidOperationException(
                "This store has no online store; choose one when opening it: FeatureStore.OpenAsync(o => o.UseRedis(\"127.0.0.1:6379\")), o.UseSqliteOnline(\"online.db\") or o.UseInMemoryOnline().");
        }
    }

    /// <summary>Opens a store.</summary>
    /// <param name="configure">Chooses the engine and the online store.</param>
    /// <param name="cancellationToken">Stops opening; what was opened is closed again.</param>
    /// <returns>The store; dispose it.</returns>
    /// <exception cref="InvalidOperationException">Two engines or two online stores are chosen, or none of either.</exception>
    public static async Task<FeatureStore> OpenAsync(
        Action<FeatureStoreOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new FeatureStoreOptions();
        configure(options);
        if (!options.ChoosesAnything)
        {
            throw new InvalidOperationException(
                "Neither an offline engine nor an online store is chosen; call at least one of UseDuckDb, UseSqlite, UseRedis, UseSqliteOnline, UseInMemoryOnline.");
        }

        var offline = await options.OpenOfflineAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var online = await options.OpenOnlineAsync(cancellationToken).ConfigureAwait(false);
            return new FeatureStore(offline, online, StoreSettings.Of(options));
        }
        catch when (offline is not null)
        {
            await offline.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the engine and the online store. Further calls do nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) != 0)
        {
            return;
        }

        try
        {
            if (online is not null)
            {
                await online.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            if (offline is not null)
            {
                await offline.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
