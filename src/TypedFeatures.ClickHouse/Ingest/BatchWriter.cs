using TypedFeatures.ClickHouse.Http;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Ingest;

/// <summary>Writes the batches of an ingestion: one for each place that changes.</summary>
internal sealed class BatchWriter(ClickHouseClient client, ClickHouseStorageIngest statements, string id, List<string> written)
{
    // Partitions cost the server, rewriting costs the ingestion: small batches are put together once there are many.
    private const int MostSmallBatches = 24;
    private const long SmallBatchRows = 1_000_000;

    /// <summary>What the source is made of once the batches count.</summary>
    public async Task<SourceManifest> WriteAsync(
        SourceManifest stored, Classification classification, ClickHouseOptions options, CancellationToken cancellationToken)
    {
        var replaced = new List<string>();
        var rows = await WriteAsync(ClickHousePlace.Rows, stored, classification, replaced, cancellationToken).ConfigureAwait(false);
        var versions = await WriteAsync(ClickHousePlace.Versions, stored, classification, replaced, cancellationToken).ConfigureAwait(false);
        var quarantine = await WriteAsync(ClickHousePlace.Quarantine, stored, classification, replaced, cancellationToken).ConfigureAwait(false);
        var now = options.TimeProvider.GetUtcNow().UtcDateTime;
        return stored with
        {
            Rows = rows,
            Versions = versions,
            Quarantine = quarantine,
            Replaced =
            [
                .. stored.Replaced.Where(r => now - r.ReplacedAt < options.ReplacedBatchRetention),
                .. replaced.Select(name => new ReplacedBatch(name, now)),
            ],
        };
    }

    private async Task<IReadOnlyList<RowBatch>> WriteAsync(
        ClickHousePlace place, SourceManifest stored, Classification classification, List<string> replaced, CancellationToken cancellationToken)
    {
        var rewritten = Rewritten(place, stored[place], classification);
        var kept = stored[place].Except(rewritten).ToList();
        var expected = classification.GainOf(place) + rewritten.Sum(b => b.Count - classification.LossOf(place, b.Name));
        replaced.AddRange(rewritten.Select(b => b.Name));
        if (expected == 0)
        {
            return kept;
        }

        var name = $"{place.ToString().ToLowerInvariant()}-{id}";
        written.Add(name);
        await client.ExecuteAsync(
            statements.WriteBatch(place, name, classification.HasClassified, [.. rewritten.Select(b => b.Name)]), cancellationToken).ConfigureAwait(false);

        // The one thing that must never happen is a commit that loses rows.
        var count = await client.NumberAsync(statements.CountBatch(name), cancellationToken).ConfigureAwait(false);
        return count == expected
            ? [.. kept, new RowBatch(name, count)]
            : throw new OfflineEngineException($"ClickHouse wrote {count} rows where {expected} were due. Nothing was stored.");
    }

    private static List<RowBatch> Rewritten(ClickHousePlace place, IReadOnlyList<RowBatch> batches, Classification classification)
    {
        var touched = batches.Where(b => classification.LossOf(place, b.Name) > 0).ToList();
        var small = batches.Where(b => b.Count < SmallBatchRows).ToList();
        var isWritten = touched.Count > 0 || classification.GainOf(place) > 0;
        return isWritten && small.Count >= MostSmallBatches ? [.. touched.Union(small)] : touched;
    }
}
