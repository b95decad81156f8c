using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres.Ingest;

/// <summary>Brings the rows of one call into the tables of a source, in one transaction.</summary>
internal sealed class Ingestion(PostgresSession session, SourceSchema schema, CancellationToken cancellationToken)
{
    // The server's own statistics come within a minute or so; queries should not wait for that after a large load.
    private const long RowsThatChangePlans = 5_000;

    /// <summary>Copies the rows to the server, then puts them into their places.</summary>
    /// <param name="source">Writes the rows.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="lockName">The lock of the source: taken after the copy, so that other calls copy meanwhile.</param>
    public async Task<IngestReport> RunAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, string lockName)
        where T : class
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        var read = await StageAsync(source, rows).ConfigureAwait(false);
        if (read == 0)
        {
            return new(0, 0, 0, 0, 0, 0);
        }

        await session.LockAsync(lockName, cancellationToken).ConfigureAwait(false);
        var report = schema.HasEventIds ? await AddEventsAsync(read).ConfigureAwait(false) : await AddDimensionAsync(read).ConfigureAwait(false);
        if (schema.IngestTime is { } ingestTime)
        {
            await session.ExecuteAsync(PostgresStorageIngest.AdvanceWatermark(ingestTime), cancellationToken, schema.Name).ConfigureAwait(false);
        }

        if (report.Added >= RowsThatChangePlans)
        {
            await ExecuteAsync(PostgresStorage.Analyze(PostgresStorage.TableOf(schema))).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    private async Task<long> StageAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows)
        where T : class
    {
        await ExecuteAsync(PostgresStorageIngest.CreateStaged(schema)).ConfigureAwait(false);
        var buffer = new SourceRowBuffer(schema);
        var read = 0L;
        await using (var copy = await session.CopyAsync(PostgresStorageIngest.CopyStaged(schema), cancellationToken).ConfigureAwait(false))
        {
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                // Asked for here too: a sequence that ignores its token is stopped all the same.
                cancellationToken.ThrowIfCancellationRequested();
                Write(source, row, buffer, read);
                read++;
                await copy.SendAsync(buffer, cancellationToken).ConfigureAwait(false);
            }

            await copy.CompleteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        await ExecuteAsync(PostgresStorageIngest.AnalyzeStaged).ConfigureAwait(false);
        return read;
    }

    private void Write<T>(SourceDescriptor<T> source, T row, SourceRowBuffer buffer, long position)
        where T : class
    {
        if (row is null)
        {
            throw new IngestException(schema.Name, position, "row", "is null.");
        }

        try
        {
            source.Write(row, buffer);
            buffer.EndRow();
        }
        catch (RowValueException refusal)
        {
            throw new IngestException(schema.Name, position, schema.Columns[refusal.Column].Property, refusal.Message);
        }
    }

    private async Task<IngestReport> AddDimensionAsync(long read)
    {
        var added = await ExecuteAsync(PostgresStorageIngest.InsertDimension(schema)).ConfigureAwait(false);
        return new(read, Added: added, Duplicates: read - added, 0, 0, 0);
    }

    private async Task<IngestReport> AddEventsAsync(long read)
    {
        await ExecuteAsync(PostgresStorageIngest.FindCandidates(schema)).ConfigureAwait(false);
        var candidates = await session.QueryAsync(PostgresStorageIngest.CountCandidates, r => r.GetInt64(0), cancellationToken).ConfigureAwait(false);
        var fresh = await ExecuteAsync(PostgresStorageIngest.InsertFresh(schema)).ConfigureAwait(false);
        if (candidates.Single() == 0)
        {
            return new(read, Added: fresh, 0, 0, 0, 0);
        }

        await ExecuteAsync(PostgresStorageIngest.Classify(schema)).ConfigureAwait(false);
        var counts = (await session.QueryAsync(
            PostgresStorageIngest.CountClassified, r => Enumerable.Range(0, 6).Select(r.GetInt64).ToArray(), cancellationToken).ConfigureAwait(false)).Single();
        foreach (var statement in PostgresStorageIngest.Move(schema))
        {
            await ExecuteAsync(statement).ConfigureAwait(false);
        }

        return new(read, Added: fresh + counts[0], Duplicates: counts[1], Replaced: counts[2], Versions: counts[3], Quarantined: counts[4] + counts[5]);
    }

    private ValueTask<int> ExecuteAsync(string sql) => session.ExecuteAsync(sql, cancellationToken);
}
