using System.Globalization;
using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres.Tests;

/// <summary>An engine over a schema of its own.</summary>
public sealed class ScratchStore : IAsyncDisposable
{
    private readonly List<PostgresOfflineEngine> engines = [];

    private ScratchStore(PostgresOptions options) => Options = options;

    public PostgresOptions Options { get; }

    public PostgresOfflineEngine Engine => engines[0];

    public static async Task<ScratchStore> OpenAsync()
    {
        var store = new ScratchStore(await PostgresServer.NewStoreAsync());
        await store.OpenAnotherAsync();
        return store;
    }

    public async Task<PostgresOfflineEngine> OpenAnotherAsync()
    {
        var engine = await PostgresOfflineEngine.OpenAsync(Options);
        engines.Add(engine);
        return engine;
    }

    public ValueTask<IngestReport> IngestAsync<T>(SourceDescriptor<T> source, params T[] rows)
        where T : class => Engine.IngestAsync(source, Stream(rows));

    /// <summary>The rows of a statement, each as its values with commas between.</summary>
    public Task<List<string>> RowsAsync(string sql, params SourceSchema[] sources) => RowsAsync(Engine, new(sql, sources));

    public static async Task<List<string>> RowsAsync(PostgresOfflineEngine engine, EngineQuery query)
    {
        var text = $"SELECT (SELECT string_agg(coalesce(value, 'null'), ',' ORDER BY n) FROM json_each_text(row_to_json(q)) WITH ORDINALITY AS e (key, value, n)) FROM (\n{query.Sql}\n) AS q";
        await using var cursor = await engine.QueryAsync(query with { Sql = text });
        var rows = new List<string>();
        while (await cursor.ReadAsync())
        {
            rows.Add(cursor.GetString(0));
        }

        return rows;
    }

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
