using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.Lookahead;

/// <summary>Sources as they would be had the world ended at an instant: in an engine of their own, later rows are not there at all.</summary>
internal sealed class TruncatedSources : IAsyncDisposable
{
    private TruncatedSources(IOfflineEngine engine, long rows)
    {
        Engine = engine;
        Rows = rows;
    }

    /// <summary>The engine that has the earlier rows alone.</summary>
    public IOfflineEngine Engine { get; }

    /// <summary>How many rows were copied.</summary>
    public long Rows { get; }

    /// <summary>Copies the rows that there were by an instant.</summary>
    /// <param name="whole">The engine that has all rows.</param>
    /// <param name="sources">What to copy.</param>
    /// <param name="asOf">The instant, in microseconds.</param>
    /// <param name="cancellationToken">Stops; what was copied is removed.</param>
    public static async Task<TruncatedSources> CopyAsync(IOfflineEngine whole, IEnumerable<SourceSchema> sources, long asOf, CancellationToken cancellationToken)
    {
        var engine = await whole.OpenScratchAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var rows = 0L;
            foreach (var source in sources)
            {
                var report = await engine.IngestAsync(new StoredRowSource(source), ReadAsync(whole, source, asOf, cancellationToken), cancellationToken).ConfigureAwait(false);
                rows += report.Read;
            }

            return new TruncatedSources(engine, rows);
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private static async IAsyncEnumerable<StoredRow> ReadAsync(
        IOfflineEngine whole, SourceSchema source, long asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new EngineQuery(SourceSql.RowsUpTo(source, whole.Name), [source]) { AsOf = asOf };
        var cursor = await whole.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (cursor.ConfigureAwait(false))
        {
            while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return StoredRow.Read(source, cursor);
            }
        }
    }
}
