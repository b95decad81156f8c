using TypedFeatures.ClickHouse;
using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>Chooses ClickHouse for a feature store.</summary>
public static class ClickHouseStoreOptions
{
    /// <summary>Keeps the history of sources in a ClickHouse database, and computes there.</summary>
    /// <param name="options">The options.</param>
    /// <param name="server">The server's HTTP interface: <c>http://host:8123</c> or <c>https://host:8443</c>, with <c>user:password@</c> if need be.</param>
    /// <param name="database">The database, made where it is missing.</param>
    /// <param name="configure">Sets user, settings and the like; null for the defaults.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">An offline engine is chosen already.</exception>
    public static FeatureStoreOptions UseClickHouse(
        this FeatureStoreOptions options, Uri server, string database = "default", Action<ClickHouseOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(server);
        ArgumentException.ThrowIfNullOrWhiteSpace(database);
        return options.UseOfflineEngine(_ =>
        {
            var clickHouse = new ClickHouseOptions { Server = server, Database = database, TimeProvider = options.TimeProvider };
            configure?.Invoke(clickHouse);
            return ValueTask.FromResult<IOfflineEngine>(ClickHouseOfflineEngine.Open(clickHouse));
        });
    }

    /// <inheritdoc cref="UseClickHouse(FeatureStoreOptions, Uri, string, Action{ClickHouseOptions}?)"/>
    /// <exception cref="UriFormatException"><paramref name="server"/> is no URI.</exception>
    public static FeatureStoreOptions UseClickHouse(
        this FeatureStoreOptions options, string server, string database = "default", Action<ClickHouseOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(server);
        return options.UseClickHouse(new Uri(server, UriKind.Absolute), database, configure);
    }
}
