using TypedFeatures.DuckDb.Lake;
using TypedFeatures.DuckDb.Native;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb;

/// <summary>A query's connection with its views and spine, and the leases on the parts that the views read.</summary>
internal sealed class PreparedQuery(DuckDbConnection connection) : IDisposable
{
    private readonly List<LakeLease> leases = [];

    public DuckDbConnection Connection => connection;

    /// <summary>Makes the relations that the query's statement names.</summary>
    public void Prepare(EngineQuery query, Func<SourceSchema, LakeFolder> folderOf, CancellationToken cancellationToken)
    {
        foreach (var source in query.Sources.DistinctBy(s => s.Name))
        {
            var lease = folderOf(source).Lease(source);
            leases.Add(lease);
            View(DuckDbStorage.TableOf(source), DuckDbPlace.Rows);
            if (source.HasEventIds)
            {
                View(DuckDbStorage.VersionsOf(source), DuckDbPlace.Versions);
                View(DuckDbStorage.QuarantineOf(source), DuckDbPlace.Quarantine);
            }

            void View(string name, DuckDbPlace place) =>
                connection.Execute(DuckDbStorage.CreateView(name, source, lease.PathsOf(place)), cancellationToken);
        }

        if (query.Spine is { } spine)
        {
            StageSpine(spine, cancellationToken);
        }
    }

    /// <summary>Starts the statement; the cursor takes this over.</summary>
    public RowCursor Start(EngineQuery query, CancellationToken cancellationToken) =>
        new DuckDbRowCursor(this, connection.QueryStreaming(query.Sql, query.AsOf, cancellationToken));

    public void Dispose()
    {
        connection.Dispose();
        foreach (var lease in leases)
        {
            lease.Dispose();
        }
    }

    private void StageSpine(SpineRows spine, CancellationToken cancellationToken)
    {
        connection.Execute(
            DuckDbStorage.CreateSpine(spine.Columns.Select(c => new KeyValuePair<string, ScalarType>(c.Name, c.Type))), cancellationToken);
        using var writer = new VectorRowWriter(
            connection, DuckDbStorage.SpineTable, [ScalarKind.Int64, .. spine.Columns.Select(c => c.Type.Kind)], leading: 1);
        for (var i = 0; i < spine.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.PutLeading(i);
            Write(spine, i, writer);
            writer.EndRow();
        }

        writer.Complete();
    }

    private static void Write(SpineRows spine, int ordinal, VectorRowWriter writer)
    {
        try
        {
            spine.Write(ordinal, writer);
        }
        catch (RowValueException refusal)
        {
            throw new ArgumentException($"Row {ordinal} of the spine: {spine.Columns[refusal.Column].Property}: {refusal.Message}", refusal);
        }
    }
}
