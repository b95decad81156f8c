using TypedFeatures.DuckDb.Lake;
using TypedFeatures.DuckDb.Native;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb.Ingest;

/// <summary>
/// One ingestion: rows are streamed into a temporary table (which goes to disk beyond the memory limit), classified against each other and the lake,
/// written as new parts, and made visible by one rename. Until then nothing has happened; the parts of a failure are swept away.
/// </summary>
internal sealed class Ingestion(DuckDbConnection connection, LakeFolder folder, SourceSchema schema, DuckDbOptions options)
{
    private readonly ChangeWriter writer = new(connection, folder, schema);

    public async Task<IngestReport> RunAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var stored = folder.Read(schema);
        var now = options.TimeProvider.GetUtcNow().UtcDateTime;
        stored = stored with { Replaced = folder.Sweep(stored, now, options.ReplacedPartRetention) };
        var committed = false;
        try
        {
            var count = await StageAsync(source, rows, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return new(0, 0, 0, 0, 0, 0);
            }

            var classification = new Classification(connection, schema, PartsOf(stored), cancellationToken);
            var report = classification.Run(count);
            var next = writer.Write(stored, classification, now, cancellationToken) with
            {
                Columns = LakeColumn.Of(schema),
                IngestWatermark = Watermark(stored.IngestWatermark, cancellationToken),
            };

            cancellationToken.ThrowIfCancellationRequested();
            folder.Commit(next);
            committed = true;
            return report;
        }
        finally
        {
            if (!committed)
            {
                // Nothing but parts that no manifest names can have come into being.
                folder.Sweep(stored, now, options.ReplacedPartRetention);
            }
        }
    }

    private async Task<long> StageAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        connection.Execute(DuckDbStorageIngest.CreateStaged(schema), cancellationToken);
        using var staged = new SourceRowWriter(connection, schema);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // Asked for here too: a sequence that ignores its token is stopped all the same.
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                source.Write(row, staged);
                staged.EndRow();
            }
            catch (RowValueException e)
            {
                throw new IngestException(schema.Name, staged.Count, schema.Columns[e.Column].Property, e.Message);
            }
        }

        staged.Complete();
        return staged.Count;
    }

    private DuckDbParts PartsOf(LakeManifest manifest) => new(
        Paths(manifest.Rows), Paths(manifest.Versions), Paths(manifest.Quarantine));

    private List<string> Paths(IReadOnlyList<LakePart> parts) => [.. parts.Select(p => folder.PathOf(p.File))];

    private long? Watermark(long? stored, CancellationToken cancellationToken)
    {
        if (schema.IngestTime is not { } column)
        {
            return stored;
        }

        using var reader = connection.Query(DuckDbStorageIngest.GreatestIngestTime(column), cancellationToken);
        var greatest = reader.Fetch() && !reader.IsNull(0, 0) ? reader.GetInt64(0, 0) : (long?)null;
        return stored is null || greatest > stored ? greatest : stored;
    }
}
