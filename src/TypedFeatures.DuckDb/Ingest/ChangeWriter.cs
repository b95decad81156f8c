using TypedFeatures.DuckDb.Lake;
using TypedFeatures.DuckDb.Native;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.DuckDb.Ingest;

/// <summary>Writes the parts of an ingestion: what is new, what has moved, and anew the parts that lose rows.</summary>
internal sealed class ChangeWriter(DuckDbConnection connection, LakeFolder folder, SourceSchema schema)
{
    // Below one Parquet row group a part is small; many of them make every query slow.
    private const long SmallPartRows = 122_880;
    private const int MostSmallParts = 16;

    /// <summary>Writes new parts and says which manifest would make them the source's. Nothing is visible before it is committed.</summary>
    public LakeManifest Write(LakeManifest stored, Classification classification, DateTime now, CancellationToken cancellationToken)
    {
        var rows = WritePlace(DuckDbPlace.Rows, stored, classification, cancellationToken);
        var versions = WritePlace(DuckDbPlace.Versions, stored, classification, cancellationToken);
        var quarantine = WritePlace(DuckDbPlace.Quarantine, stored, classification, cancellationToken);
        var active = rows.Concat(versions).Concat(quarantine).Select(p => p.File).ToHashSet();
        var replaced = stored.Active.Where(p => !active.Contains(p.File)).Select(p => new ReplacedPart(p.File, now));
        return stored with
        {
            Generation = stored.Generation + 1,
            Rows = rows,
            Versions = versions,
            Quarantine = quarantine,
            Replaced = [.. stored.Replaced, .. replaced],
        };
    }

    private IReadOnlyList<LakePart> WritePlace(
        DuckDbPlace place, LakeManifest stored, Classification classification, CancellationToken cancellationToken)
    {
        var parts = stored[place];
        var rewritten = PartsToRewrite(place, parts, classification);
        var kept = parts.Where((_, i) => !rewritten.Contains(i)).ToList();
        var expected = classification.GainOf(place) + rewritten.Sum(i => parts[i].Rows - classification.LossOf(place, i));
        if (expected > 0)
        {
            var paths = classification.Parts[place];
            var sql = DuckDbStorageIngest.WriteParts(
                schema, place, paths, [.. rewritten.Select(i => paths[i])], folder.Path, place.ToString().ToLowerInvariant());
            kept.AddRange(WriteParts(sql, expected, cancellationToken));
        }

        return kept;
    }

    private static HashSet<int> PartsToRewrite(DuckDbPlace place, IReadOnlyList<LakePart> parts, Classification classification)
    {
        var rewritten = Enumerable.Range(0, parts.Count).Where(i => classification.LossOf(place, i) > 0).ToHashSet();
        var small = Enumerable.Range(0, parts.Count).Where(i => parts[i].Rows < SmallPartRows).ToList();

        // Only together with something to write: an ingestion of nothing new stays cheap.
        if (small.Count >= MostSmallParts && (rewritten.Count > 0 || classification.GainOf(place) > 0))
        {
            rewritten.UnionWith(small);
        }

        return rewritten;
    }

    private List<LakePart> WriteParts(string sql, long expected, CancellationToken cancellationToken)
    {
        var written = new List<LakePart>();
        using (var reader = connection.Query(sql, cancellationToken))
        {
            while (reader.Fetch())
            {
                for (var row = 0; row < reader.RowCount; row++)
                {
                    written.Add(new(Path.GetFileName(reader.GetString(0, row)), reader.GetInt64(1, row)));
                }
            }
        }

        foreach (var part in written)
        {
            folder.FlushToDisk(part.File);
        }

        // The one thing that must never happen is a commit that loses rows.
        var count = written.Sum(p => p.Rows);
        return count == expected
            ? written
            : throw new OfflineEngineException($"DuckDB wrote {count} rows of '{schema.Name}' where {expected} were due. Nothing was stored.");
    }
}
