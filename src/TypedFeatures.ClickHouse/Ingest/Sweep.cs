using TypedFeatures.ClickHouse.Http;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Ingest;

/// <summary>
/// Removes what nobody can see and nobody can be about to see: batches and tables that a crash left, batches that were replaced long ago, old manifests.
/// What is younger than the retention may belong to an ingestion of another process, or to a query that has read an older manifest.
/// </summary>
internal sealed class Sweep(ClickHouseClient client, ClickHouseStorage storage, ManifestStore manifests, ClickHouseOptions options)
{
    /// <summary>Sweeps one source. What cannot be removed now stays for the next time.</summary>
    public async Task RunAsync(SourceSchema source, CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (OfflineEngineException)
        {
            // The rows are in; only room is lost.
        }
    }

    private async Task SweepAsync(SourceSchema source, CancellationToken cancellationToken)
    {
        var age = (long)Math.Ceiling(options.ReplacedBatchRetention.TotalSeconds);
        var statements = new ClickHouseStorageSweep(storage, options.Database);
        var newest = (await manifests.ReadAsync([source], cancellationToken).ConfigureAwait(false))[0];
        var kept = newest.Manifest.Kept.ToHashSet(StringComparer.Ordinal);
        var ingest = new ClickHouseStorageIngest(storage, source, "");
        foreach (var batch in await NamesAsync(statements.SelectBatches(source, age), cancellationToken).ConfigureAwait(false))
        {
            if (!kept.Contains(batch))
            {
                await client.ExecuteAsync(ingest.DropBatch(batch), cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var table in await NamesAsync(statements.SelectWork(source, age), cancellationToken).ConfigureAwait(false))
        {
            await client.ExecuteAsync(statements.DropWork(table), cancellationToken).ConfigureAwait(false);
        }

        await manifests.RemoveOldAsync(source, newest.Version, options.ReplacedBatchRetention, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<string>> NamesAsync(string sql, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await using var cursor = new ClickHouseRowCursor(
            await client.QueryAsync(sql, asOf: null, spine: null, cancellationToken).ConfigureAwait(false), cancellationToken);
        while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            names.Add(cursor.GetString(0));
        }

        return names;
    }
}
