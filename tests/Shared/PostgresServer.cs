using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TypedFeatures.Postgres;

namespace TypedFeatures.Tests;

/// <summary>
/// A PostgreSQL server of this test process: on a free loopback port, with a scratch folder, started when a test first asks for it. Its default collation is
/// that of English, so that text whose order nobody has fixed is found out.
/// </summary>
internal sealed class PostgresServer
{
    // The server ends with the process that asked for it, however that ends: then its end of the pipe is closed.
    private const string Script = """
        folder=$1 programs=$2 port=$3
        as() { "$@"; }
        if [[ $(id -u) == 0 ]]; then
          chown postgres "$folder"
          as() { runuser -u postgres -- "$@"; }
        fi
        cd "$folder"
        as "$programs/initdb" -D data -U postgres -E UTF8 --locale=C --locale-provider=icu --icu-locale=en-US --auth=trust --no-sync --no-instructions </dev/null || exit 1
        as "$programs/postgres" -D data -k "$folder" -p "$port" -c listen_addresses=127.0.0.1 -c max_connections=200 \
          -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off </dev/null &
        while read -r _; do :; done
        kill -INT "$(head -n 1 data/postmaster.pid)"
        wait
        rm -rf "$folder"
        """;

    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);
    private static readonly string? Programs = FindPrograms();
    private readonly Process process;
    private int stores;

    private PostgresServer(Process process, int port)
    {
        this.process = process;
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    /// <summary>Why tests are skipped; null where PostgreSQL is installed.</summary>
    public static string? MissingReason => Programs is null ? "PostgreSQL is not installed; apt-get install -y postgresql-15." : null;

    public string ConnectionString { get; }

    /// <summary>The server.</summary>
    public static Task<PostgresServer> GetAsync() => Shared.Value;

    /// <summary>A place for a store that no other has.</summary>
    public static async Task<PostgresOptions> NewStoreAsync()
    {
        var server = await GetAsync();
        return new() { ConnectionString = server.ConnectionString, Schema = $"store_{Interlocked.Increment(ref server.stores)}" };
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("typed-features-postgres-").FullName;
        var port = FreePort();
        var log = Path.Combine(folder, "log");
        var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"exec >'{log}' 2>&1\n{Script}", "bash", folder, Programs!, $"{port}"])
        {
            RedirectStandardInput = true,
        })!;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(50))
        {
            var text = File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
            if (text.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                return new(process, port);
            }

            if (process.HasExited)
            {
                throw new InvalidOperationException("PostgreSQL ended before it was ready: " + text);
            }
        }

        process.StandardInput.Close();
        throw new InvalidOperationException("PostgreSQL was not ready within a minute.");
    }

    private static string? FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(f => Path.Combine(f, "bin")).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(f => File.Exists(Path.Combine(f, "postgres")) && File.Exists(Path.Combine(f, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
