using System.Globalization;
using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.ClickHouse.Tests;

/// <summary>Engines on a database of a test's own.</summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly List<ClickHouseOfflineEngine> engines = [];
    private readonly Uri server;

    private ScratchDatabase(Uri server)
    {
        this.server = server;
        Engine = OpenAnother();
    }

    public ClickHouseOfflineEngine Engine { get; }

    public string Name { get; } = ClickHouseServer.NewDatabase();

    public static async Task<ScratchDatabase> CreateAsync() => new((await ClickHouseServer.Shared).Uri);

    public ClickHouseOfflineEngine OpenAnother(Action<ClickHouseOptions>? configure = null)
    {
        var options = new ClickHouseOptions { Server = server, Database = Name };
        configure?.Invoke(options);
        var engine = ClickHouseOfflineEngine.Open(options);
        engines.Add(engine);
        return engine;
    }

    public ValueTask<IngestReport> IngestAsync<T>(SourceDescriptor<T> source, params T[] rows)
        where T : class => Engine.IngestAsync(source, Stream(rows));

    /// <summary>The rows of a statement, each as its values with commas between.</summary>
    public Task<List<string>> RowsAsync(string sql, params SourceSchema[] sources) => RowsAsync(Engine, new(sql, sources));

    public static async Task<List<string>> RowsAsync(ClickHouseOfflineEngine engine, EngineQuery query)
    {
        await using var cursor = await engine.QueryAsync(query with { Sql = $"SELECT concatWithSeparator(',', COLUMNS('.*') APPLY(x -> ifNull(toString(x), 'null'))) FROM ({query.Sql}) AS q" });
        var rows = new List<string>();
        while (await cursor.ReadAsync())
        {
            rows.Add(cursor.GetString(0));
        }

        return rows;
    }

    /// <summary>What is in the database besides what queries see: tables, and the partitions of a source.</summary>
    public Task<List<string>> TablesAsync() => RowsAsync($"SELECT name FROM system.tables WHERE database = '{Name}' ORDER BY name");

    public Task<List<string>> BatchesAsync(string source) => RowsAsync(
        $"SELECT DISTINCT partition FROM system.parts WHERE database = '{Name}' AND table = '{source}__data' AND active ORDER BY partition");

    public static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }
    }
}
