using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TypedFeatures.Redis.Tests;

/// <summary>A Redis server of the tests' own: a process on a free loopback port with a scratch folder, ended by its process id.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    private readonly Process process;
    private readonly string folder;

    private RedisServer(Process process, int port, string folder)
    {
        this.process = process;
        this.folder = folder;
        Port = port;
    }

    /// <summary>Why tests are skipped; null where Redis is installed.</summary>
    public static string? MissingReason { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, Program)))
            ? null
            : $"{Program} is not installed; apt-get install -y redis-server.";

    public int Port { get; }

    public string Configuration => $"127.0.0.1:{Port}";

    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("typed-features-redis-").FullName;
        var port = FreePort();
        string[] arguments =
            ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder, .. settings];
        var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var server = new RedisServer(process, port, folder);
        try
        {
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{Program} ended before it was ready: {await process.StandardError.ReadToEndAsync(limit.Token)}");
    }
}

/// <summary>One server for the tests of a class, started when the first asks for it: never where all are skipped.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisServer? server;

    public async Task<RedisServer> GetAsync() => server ??= await RedisServer.StartAsync();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
