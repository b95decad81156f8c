using TypedFeatures.DuckDb;
using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>Chooses DuckDB for a feature store.</summary>
public static class DuckDbStoreOptions
{
    /// <summary>Keeps the history of sources as Parquet in a lake folder, and computes in DuckDB within this process.</summary>
    /// <param name="options">The options.</param>
    /// <param name="lakeFolder">The folder, made where it is missing.</param>
    /// <param name="configure">Sets memory, threads and the like; null for the defaults.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">An offline engine is chosen already.</exception>
    public static FeatureStoreOptions UseDuckDb(this FeatureStoreOptions options, string lakeFolder, Action<DuckDbOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(lakeFolder);
        return options.UseOfflineEngine(_ =>
        {
            var duckDb = new DuckDbOptions { LakeFolder = lakeFolder, TimeProvider = options.TimeProvider };
            configure?.Invoke(duckDb);
            return ValueTask.FromResult<IOfflineEngine>(DuckDbOfflineEngine.Open(duckDb));
        });
    }
}
