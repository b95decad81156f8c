using TypedFeatures.ClickHouse.Tests;
using TypedFeatures.DuckDb;
using TypedFeatures.Offline;
using TypedFeatures.Sqlite;

namespace TypedFeatures.Parity;

/// <summary>The engines to compare.</summary>
public static class Engines
{
    public static EngineKind ClickHouse { get; } = new("clickhouse", (_, _) => ScratchClickHouse.OpenAsync());

    public static EngineKind DuckDb { get; } = new("duckdb", (folder, _) =>
        ValueTask.FromResult<IOfflineEngine>(DuckDbOfflineEngine.Open(new DuckDbOptions { LakeFolder = folder, Threads = 2 })));

    public static EngineKind Sqlite { get; } = new("sqlite", (folder, _) =>
        ValueTask.FromResult<IOfflineEngine>(SqliteOfflineEngine.Open(Path.Combine(folder, "offline.db"))));

    /// <summary>The engines there are: ClickHouse where its library is installed.</summary>
    public static IReadOnlyList<EngineKind> All { get; } = [.. ClickHouseServer.MissingReason is null ? [ClickHouse] : Array.Empty<EngineKind>(), DuckDb, Sqlite];
}
