using System.Globalization;
using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb.Tests;

/// <summary>An engine over a lake in a folder of its own, removed at the end.</summary>
public sealed class ScratchLake : IAsyncDisposable
{
    private readonly List<DuckDbOfflineEngine> engines = [];

    public ScratchLake() => Engine = OpenAnother();

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "typedfeatures-tests-" + Guid.NewGuid().ToString("N"));

    /// <summary>With a space and a quote, which paths may have.</summary>
    public string LakeFolder => Path.Combine(Folder, "the shop's lake");

    public DuckDbOfflineEngine Engine { get; }

    public DuckDbOfflineEngine OpenAnother(Action<DuckDbOptions>? configure = null)
    {
        var options = new DuckDbOptions { LakeFolder = LakeFolder, Threads = 2 };
        configure?.Invoke(options);
        var engine = DuckDbOfflineEngine.Open(options);
        engines.Add(engine);
        return engine;
    }

    public string[] FilesOf(string source) =>
        [.. Directory.EnumerateFiles(Path.Combine(LakeFolder, source)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public ValueTask<IngestReport> IngestAsync<T>(SourceDescriptor<T> source, params T[] rows)
        where T : class => Engine.IngestAsync(source, Stream(rows));

    /// <summary>The rows of a statement, each as its values with commas between.</summary>
    public Task<List<string>> RowsAsync(string sql, params SourceSchema[] sources) => RowsAsync(Engine, new(sql, sources));

    public static async Task<List<string>> RowsAsync(DuckDbOfflineEngine engine, EngineQuery query)
    {
        await using var cursor = await engine.QueryAsync(query with { Sql = $"SELECT concat_ws(',', *COLUMNS(*)) FROM (SELECT coalesce(CAST(COLUMNS(*) AS VARCHAR), 'null') FROM ({query.Sql}))" });
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

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
