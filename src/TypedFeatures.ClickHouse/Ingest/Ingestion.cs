using TypedFeatures.ClickHouse.Format;
using TypedFeatures.ClickHouse.Http;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.ClickHouse.Ingest;

/// <summary>
/// One ingestion: rows go into a table of its own, are classified against each other and what is stored, are written as new batches that no manifest names,
/// and become visible by one statement. Until then nothing has happened.
/// </summary>
internal sealed class Ingestion(
    ClickHouseClient client, ClickHouseStorage storage, ManifestStore manifests, SourceSchema schema, ClickHouseOptions options)
{
    // A request holds about this much: large enough for the server to make few parts, small enough to keep in memory.
    private const int RequestBytes = 16 << 20;

    private readonly string id = Guid.NewGuid().ToString("N");
    private readonly List<string> written = [];
    private Classification? classification;
    private long? greatestIngestTime;
    private StoredManifest? stored;

    private ClickHouseStorageIngest Statements => field ??= new(storage, schema, id);

    public async Task<IngestReport> RunAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var committed = false;
        try
        {
            var read = await StageAsync(source, rows, cancellationToken).ConfigureAwait(false);
            if (stored is null)
            {
                return new(0, 0, 0, 0, 0, 0);
            }

            classification = new Classification(client, Statements, stored.Manifest);
            var report = await classification.RunAsync(read, cancellationToken).ConfigureAwait(false);
            var writer = new BatchWriter(client, Statements, id, written);
            var next = await writer.WriteAsync(stored.Manifest, classification, options, cancellationToken).ConfigureAwait(false) with
            {
                Signature = ClickHouseSignature.Of(schema),
                IngestWatermark = Later(stored.Manifest.IngestWatermark, greatestIngestTime),
            };
            await manifests.CommitAsync(schema, stored.Version + 1, next, cancellationToken).ConfigureAwait(false);
            committed = true;
            return report;
        }
        finally
        {
            if (stored is not null)
            {
                await CleanUpAsync(committed ? [] : written).ConfigureAwait(false);
            }
        }
    }

    private async Task<long> StageAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var writer = new RowBinaryWriter([.. schema.Columns.Select(c => c.Type)], Required);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // Asked for here too: a sequence that ignores its token is stopped all the same.
            cancellationToken.ThrowIfCancellationRequested();
            if (stored is null)
            {
                await BeginAsync(cancellationToken).ConfigureAwait(false);
            }

            try
            {
                source.Write(row, writer);
                writer.EndRow();
            }
            catch (RowValueException e)
            {
                throw new IngestException(schema.Name, writer.Count, schema.Columns[e.Column].Property, e.Message);
            }

            if (writer.Length >= RequestBytes)
            {
                await FlushAsync(writer, cancellationToken).ConfigureAwait(false);
            }
        }

        await FlushAsync(writer, cancellationToken).ConfigureAwait(false);
        if (writer.Count == 0)
        {
            return 0;
        }

        var counts = (await client.RowsAsync(Statements.CountStaged, cancellationToken).ConfigureAwait(false)).Single();
        var staged = counts[0];
        greatestIngestTime = counts[1];
        return staged == writer.Count
            ? writer.Count
            : throw new OfflineEngineException($"ClickHouse took {staged} rows of '{schema.Name}' where {writer.Count} were sent. Nothing was stored.");
    }

    // Not before there is a row: a call without rows leaves nothing behind, and costs nothing.
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        stored = (await manifests.ReadAsync([schema], cancellationToken).ConfigureAwait(false))[0];
        await client.ExecuteAsync(storage.CreateData(schema), cancellationToken).ConfigureAwait(false);
        await client.ExecuteAsync(Statements.CreateStaged, cancellationToken).ConfigureAwait(false);
    }

    private string? Required(int column)
    {
        var declared = schema.Columns[column];
        return declared.Role is ColumnRole.EventId or ColumnRole.EventTime or ColumnRole.IngestTime or ColumnRole.ValidFrom
                ? $"is null, but it is the row's {declared.Role}, which every row needs."
            : declared.Type.IsNullable ? null
            : "is null but the property is not nullable.";
    }

    private async Task FlushAsync(RowBinaryWriter writer, CancellationToken cancellationToken)
    {
        if (writer.Length > 0)
        {
            await client.InsertAsync(Statements.InsertStaged, writer.Rows, cancellationToken).ConfigureAwait(false);
            writer.Clear();
        }
    }

    private static long? Later(long? stored, long? added) => stored is null || added > stored ? added ?? stored : stored;

    /// <summary>Best effort: what stays behind is not visible, and a later ingestion sweeps it.</summary>
    private async Task CleanUpAsync(IEnumerable<string> batches)
    {
        foreach (var statement in Statements.DropWork(classification?.HasBegun == true, classification?.HasClassified == true).Concat(batches.Select(Statements.DropBatch)))
        {
            try
            {
                await client.ExecuteAsync(statement, CancellationToken.None).ConfigureAwait(false);
            }
            catch (OfflineEngineException)
            {
                // The failure that brought us here says what is wrong.
            }
        }
    }
}
