using TypedFeatures.ClickHouse.Http;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Ingest;

/// <summary>Finds out where each staged row belongs and which stored rows must move.</summary>
internal sealed class Classification(ClickHouseClient client, ClickHouseStorageIngest statements, SourceManifest stored)
{
    private readonly Dictionary<ClickHousePlace, long> gains = [];
    private readonly Dictionary<(ClickHousePlace Place, string Batch), long> losses = [];

    /// <summary>Whether it has begun, so that there may be a table of repeated identities.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether there were rows to classify, and so tables of them.</summary>
    public bool HasClassified { get; private set; }

    /// <summary>How many rows a place gains, those that rewritten batches lose and give again included.</summary>
    public long GainOf(ClickHousePlace place) => gains.GetValueOrDefault(place);

    /// <summary>How many rows of a stored batch are classified anew, so that the batch must be written again; 0 for one that stays.</summary>
    public long LossOf(ClickHousePlace place, string batch) => losses.GetValueOrDefault((place, batch));

    public async Task<IngestReport> RunAsync(long read, CancellationToken cancellationToken)
    {
        HasBegun = true;
        await client.ExecuteAsync(statements.FindRepeated(stored.Batches), cancellationToken).ConfigureAwait(false);
        if (await client.NumberAsync(statements.CountRepeated, cancellationToken).ConfigureAwait(false) == 0)
        {
            gains[ClickHousePlace.Rows] = read;
            return new(read, Added: read, 0, 0, 0, 0);
        }

        HasClassified = true;
        await client.ExecuteAsync(statements.Classify(stored.Batches), cancellationToken).ConfigureAwait(false);
        var counts = (await client.RowsAsync(statements.CountClassified, cancellationToken).ConfigureAwait(false)).Single();
        await CountMovesAsync(fresh: Value(counts[0]), cancellationToken).ConfigureAwait(false);
        return new(
            read,
            Added: Value(counts[0]) + Value(counts[1]),
            Duplicates: Value(counts[2]),
            Replaced: Value(counts[3]),
            Versions: Value(counts[4]),
            Quarantined: Value(counts[5]) + Value(counts[6]));
    }

    private async Task CountMovesAsync(long fresh, CancellationToken cancellationToken)
    {
        gains[ClickHousePlace.Rows] = fresh;
        foreach (var row in await client.RowsAsync(statements.SelectGains, cancellationToken).ConfigureAwait(false))
        {
            var place = (ClickHousePlace)Value(row[0]);
            gains[place] = gains.GetValueOrDefault(place) + Value(row[1]);
        }

        var touched = await client.QueryAsync(statements.SelectTouched, asOf: null, spine: null, cancellationToken).ConfigureAwait(false);
        await using var cursor = new ClickHouseRowCursor(touched, cancellationToken);
        while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            losses[((ClickHousePlace)cursor.GetInt64(0), cursor.GetString(1))] = cursor.GetInt64(2);
        }
    }

    private static long Value(long? number) => number ?? throw new OfflineEngineException("ClickHouse counted null rows.");
}
