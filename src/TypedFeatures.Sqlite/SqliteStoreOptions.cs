using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sqlite;

namespace TypedFeatures;

/// <summary>Chooses SQLite for a feature store.</summary>
public static class SqliteStoreOptions
{
    /// <summary>Keeps the history of sources in a SQLite file, and computes there.</summary>
    /// <param name="options">The options.</param>
    /// <param name="file">The path of the file, made where it is missing; SQLite keeps two more beside it while it is open.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">An offline engine is chosen already.</exception>
    public static FeatureStoreOptions UseSqlite(this FeatureStoreOptions options, string file)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(file);
        return options.UseOfflineEngine(_ => ValueTask.FromResult<IOfflineEngine>(SqliteOfflineEngine.Open(file)));
    }

    /// <summary>Keeps online states in a SQLite file: for one process that serves, without a server.</summary>
    /// <param name="options">The options.</param>
    /// <param name="file">The path of the file, made where it is missing; not the offline engine's.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">An online store is chosen already.</exception>
    public static FeatureStoreOptions UseSqliteOnline(this FeatureStoreOptions options, string file)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(file);
        return options.UseOnlineStore(_ => ValueTask.FromResult<IOnlineStore>(SqliteOnlineStore.Open(file, options.TimeProvider)));
    }
}
