using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using TypedFeatures.Tests;

namespace TypedFeatures.ClickHouse.Tests;

/// <summary>
/// ClickHouse's engine behind its HTTP protocol: a process of the tests' own on a free loopback port with a scratch folder, ended by its process id. It also
/// ends by itself when its standard input does, so that a test host that dies leaves nothing running.
/// </summary>
public sealed class ClickHouseServer : IAsyncDisposable
{
    private const string Project = "TypedFeatures.ClickHouse.Server";

    // In one process of the library, two statements at once take no less than one after the other (3.2 s for one and 9.7 s for two, on a busy machine): a second core wants a second process.
    private static readonly Lazy<Task<ClickHouseServer>>[] Lazily = [new(StartSharedAsync), new(StartSharedAsync)];

    // Of what a server says only the end is kept: why it ended, if it did.
    private const int KeptLines = 200;

    private static int taken;

    private readonly ConcurrentQueue<string> said = [];
    private readonly Process process;
    private readonly string folder;
    private Uri? uri;

    private ClickHouseServer(Process process, string folder)
    {
        this.process = process;
        this.folder = folder;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>A server of this test run, always the same.</summary>
    public static Task<ClickHouseServer> Shared => RunningAsync(0);

    /// <summary>The servers of this test run in turns, for stores that share no database.</summary>
    public static Task<ClickHouseServer> Next => RunningAsync(Interlocked.Increment(ref taken) % Lazily.Length);

    /// <summary>Why tests are skipped; null where the engine's library is there.</summary>
    public static string? MissingReason { get; } = File.Exists(Library()) ? null : "ClickHouse's library is not installed; the build says why.";

    /// <summary>Where it listens.</summary>
    public Uri Uri => uri!;

    /// <summary>The name of a database that nobody else uses.</summary>
    public static string NewDatabase() => "test_" + Guid.NewGuid().ToString("N");

    /// <summary>Starts a server.</summary>
    /// <param name="credentials">User and password, where it asks for them.</param>
    public static async Task<ClickHouseServer> StartAsync(params string[] credentials)
    {
        var folder = Directory.CreateTempSubdirectory("typedfeatures-clickhouse-").FullName;
        var process = Process.Start(new ProcessStartInfo("dotnet", [Assembly(), folder, .. credentials])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var server = new ClickHouseServer(process, folder);
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException(await server.EndAsync());
            server.uri = new($"http://127.0.0.1:{int.Parse(line.Split(' ')[1], provider: null)}");
            return server;
        }
        catch
        {
            await StopAsync(process, folder);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(process, folder);

    // A server that has ended is no reason to start another one: whatever test comes next says why it ended.
    private static async Task<ClickHouseServer> RunningAsync(int place)
    {
        var server = await Lazily[place].Value;
        return server.process.HasExited ? throw new InvalidOperationException(await server.EndAsync()) : server;
    }

    private static async Task<ClickHouseServer> StartSharedAsync()
    {
        var server = await StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => StopAsync(server.process, server.folder).GetAwaiter().GetResult();
        return server;
    }

    private async Task<string> EndAsync()
    {
        // Only then is all read that it said.
        await process.WaitForExitAsync();
        return $"ClickHouse's test server ended with exit code {process.ExitCode}. The last it said:\n{string.Join('\n', said)}";
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            said.Enqueue(line);
            while (said.Count > KeptLines && said.TryDequeue(out _))
            {
            }
        }
    }

    private static async Task StopAsync(Process process, string folder)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // The tests' own output is bin/CONFIGURATION/FRAMEWORK too.
    private static string Assembly()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Repository.PathOf($"tests/{Project}/bin/{own.Parent!.Name}/{own.Name}/{Project}.dll");
    }

    private static string? Library() => Environment.GetEnvironmentVariable("TYPEDFEATURES_CHDB_LIBRARY") is { Length: > 0 } chosen
        ? chosen
        : typeof(ClickHouseServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "ChdbLibrary")?.Value;
}
