using TypedFeatures;
using TypedFeatures.DuckDb;
using TypedFeatures.Redis;
using TypedFeatures.Sqlite;

namespace Commerce;

/// <summary>The folder and the stores of one run.</summary>
internal sealed class Workspace : IDisposable
{
    private const long EngineMemory = 1L << 30;
    private const int DefaultRedisPort = 6379;

    private readonly CommerceOptions options;
    private readonly bool isTemporary;
    private readonly string schema = "commerce_" + Guid.NewGuid().ToString("N")[..12];

    /// <exception cref="IOException">The folder holds the history of another run.</exception>
    public Workspace(CommerceOptions options)
    {
        this.options = options;
        isTemporary = options.Out is null;
        Folder = options.Out ?? Directory.CreateTempSubdirectory("typed-features-commerce-").FullName;
        if (Directory.Exists(Lake) || File.Exists(OfflineFile))
        {
            throw new IOException($"'{Folder}' holds the history of another run, which would mix with this one's; choose another folder for --out, or remove that one.");
        }

        Directory.CreateDirectory(TrainingFolder);
    }

    public string Folder { get; }

    public string TrainingFolder => Path.Combine(Folder, "training");

    /// <summary>The engine that runs: the one asked for, or SQLite where DuckDB's library is missing.</summary>
    public OfflineChoice Engine => IsWithoutDuckDb ? OfflineChoice.Sqlite : options.Engine;

    /// <summary>Whether SQLite stands in for DuckDB.</summary>
    public bool IsWithoutDuckDb => options.Engine == OfflineChoice.DuckDb && !DuckDbNative.IsAvailable;

    private string Lake => Path.Combine(Folder, "lake");

    private string OfflineFile => Path.Combine(Folder, "offline.db");

    /// <summary>Opens a store over the run's history.</summary>
    /// <param name="onlineNamespace">Keeps the online states of different purposes apart.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    public Task<FeatureStore> OpenStoreAsync(string onlineNamespace, CancellationToken cancellationToken) =>
        FeatureStore.OpenAsync(
            o =>
            {
                o.OnlineNamespace = onlineNamespace;
                o.TimeProvider = new ShopClock();
                UseOffline(o);
                UseOnline(o);
            },
            cancellationToken);

    public void Dispose()
    {
        if (isTemporary)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void UseOffline(FeatureStoreOptions o)
    {
        switch (Engine)
        {
            case OfflineChoice.DuckDb:
                o.UseDuckDb(Lake, duckdb => duckdb.MemoryLimit = EngineMemory);
                break;
            case OfflineChoice.Postgres:
                o.UsePostgres(options.Connection, schema);
                break;
            default:
                o.UseSqlite(OfflineFile);
                break;
        }
    }

    private void UseOnline(FeatureStoreOptions o)
    {
        switch (options.Online)
        {
            case "memory":
                o.UseInMemoryOnline();
                break;
            case "sqlite":
                o.UseSqliteOnline(Path.Combine(Folder, "online.db"));
                break;
            default:
                var uri = new Uri(options.Online);
                o.UseRedis($"{uri.Host}:{(uri.Port > 0 ? uri.Port : DefaultRedisPort)}");
                break;
        }
    }
}
