using System.Collections.Concurrent;
using TypedFeatures.ClickHouse.Tests;
using TypedFeatures.DuckDb;
using TypedFeatures.Offline;
using TypedFeatures.Postgres;
using TypedFeatures.Sqlite;
using TypedFeatures.Tests;

namespace TypedFeatures.Parity;

/// <summary>The engines to compare.</summary>
public static class Engines
{
    private static readonly ConcurrentDictionary<string, Task<PostgresOptions>> PostgresStores = new();

    public static EngineKind ClickHouse { get; } = new("clickhouse", (folder, _) => ClickHouseStores.OpenAsync(folder));

    // With a second thread, the one that asks spins while the other has the few rows there are.
    public static EngineKind DuckDb { get; } = new("duckdb", (folder, _) =>
        ValueTask.FromResult<IOfflineEngine>(DuckDbOfflineEngine.Open(new DuckDbOptions { LakeFolder = folder, Threads = 1 })));

    /// <summary>One server for all tests; a folder stands for a schema, which opening it again finds.</summary>
    public static EngineKind Postgres { get; } = new("postgres", async (folder, token) =>
        await PostgresOfflineEngine.OpenAsync(await PostgresStores.GetOrAdd(folder, _ => PostgresServer.NewStoreAsync()), token));

    public static EngineKind Sqlite { get; } = new("sqlite", (folder, _) =>
        ValueTask.FromResult<IOfflineEngine>(SqliteOfflineEngine.Open(Path.Combine(folder, "offline.db"))));

    /// <summary>The engines there are: ClickHouse where its library is installed, PostgreSQL where its server is.</summary>
    public static IReadOnlyList<EngineKind> All { get; } =
    [
        .. ClickHouseServer.MissingReason is null ? [ClickHouse] : Array.Empty<EngineKind>(),
        DuckDb,
        .. PostgresServer.MissingReason is null ? [Postgres] : Array.Empty<EngineKind>(),
        Sqlite,
    ];
}
