using TypedFeatures.DuckDb;
using TypedFeatures.Offline;
using TypedFeatures.Sqlite;

namespace TypedFeatures.Parity;

/// <summary>The engines to compare.</summary>
public static class Engines
{
    public static EngineKind DuckDb { get; } = new("duckdb", (folder, _) =>
        ValueTask.FromResult<IOfflineEngine>(DuckDbOfflineEngine.Open(new DuckDbOptions { LakeFolder = folder, Threads = 2 })));

    public static EngineKind Sqlite { get; } = new("sqlite", (folder, _) =>
        ValueTask.FromResult<IOfflineEngine>(SqliteOfflineEngine.Open(Path.Combine(folder, "offline.db"))));

    public static IReadOnlyList<EngineKind> All { get; } = [DuckDb, Sqlite];
}
