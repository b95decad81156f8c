using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.Postgres;

/// <summary>What a schema knows of its sources.</summary>
internal static class SourceCatalog
{
    /// <summary>Whether a source's tables are there.</summary>
    /// <exception cref="OfflineEngineException">They are, with other columns.</exception>
    public static async Task<bool> ContainsAsync(PostgresSession session, SourceSchema source, CancellationToken cancellationToken)
    {
        var stored = (await session.QueryAsync(PostgresStorage.SelectSignature, r => r.GetString(0), cancellationToken, source.Name).ConfigureAwait(false))
            .SingleOrDefault();
        if (stored is null)
        {
            return false;
        }

        var declared = PostgresStorage.Signature(source);
        return stored == declared
            ? true
            : throw new OfflineEngineException(
                $"Source '{source.Name}' is stored in another shape than it is declared now: {Difference(stored, declared)}. "
                + "Restore the declaration, give the changed source another name, or ingest it into another schema.");
    }

    /// <summary>Makes a source's tables where they are missing; the caller holds the lock.</summary>
    /// <exception cref="OfflineEngineException">They are there, with other columns.</exception>
    public static async Task EnsureAsync(PostgresSession session, SourceSchema source, CancellationToken cancellationToken)
    {
        if (await ContainsAsync(session, source, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await session.ExecuteAsync(PostgresStorage.CreateTables(source), cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(PostgresStorage.InsertSource, cancellationToken, source.Name, PostgresStorage.Signature(source)).ConfigureAwait(false);
    }

    private static string Difference(string stored, string declared)
    {
        var was = stored.Split('\n');
        var now = declared.Split('\n');
        var gone = was.Except(now).Select(l => $"no longer '{l}'");
        var added = now.Except(was).Select(l => $"now '{l}'");
        var all = gone.Concat(added).ToList();
        return all.Count == 0 ? "its columns are in another order" : string.Join(", ", all);
    }
}
