using TypedFeatures.Offline;
using TypedFeatures.Postgres;

namespace TypedFeatures;

/// <summary>Chooses PostgreSQL for a feature store.</summary>
public static class PostgresStoreOptions
{
    /// <summary>Keeps the history of sources in a schema of a PostgreSQL database, and computes there.</summary>
    /// <param name="options">The options.</param>
    /// <param name="connectionString">Where the database is, as Npgsql reads it. Its encoding must be UTF8.</param>
    /// <param name="schema">The schema that is the store's own, made where it is missing; stores with different ones share a database without seeing each other.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">An offline engine is chosen already.</exception>
    public static FeatureStoreOptions UsePostgres(
        this FeatureStoreOptions options, string connectionString, string schema = PostgresOptions.DefaultSchema) =>
        UsePostgres(options, new PostgresOptions { ConnectionString = connectionString, Schema = schema });

    /// <summary>Keeps the history of sources in a schema of a PostgreSQL database, and computes there.</summary>
    /// <param name="options">The options.</param>
    /// <param name="postgres">The database and the schema.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">An offline engine is chosen already.</exception>
    public static FeatureStoreOptions UsePostgres(this FeatureStoreOptions options, PostgresOptions postgres)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(postgres);
        return options.UseOfflineEngine(async token => await PostgresOfflineEngine.OpenAsync(postgres, token).ConfigureAwait(false));
    }
}
