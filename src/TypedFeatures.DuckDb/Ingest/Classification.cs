using TypedFeatures.DuckDb.Native;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.DuckDb.Ingest;

/// <summary>Finds out where each staged row belongs and which stored rows must move. Leaves the tables <c>candidates</c> and <c>changes</c> behind.</summary>
internal sealed class Classification(DuckDbConnection connection, SourceSchema schema, DuckDbParts parts, CancellationToken cancellationToken)
{
    // Rows of one slice are sorted with all their columns; this many of a few hundred bytes stay within a few hundred megabytes.
    private const long CandidatesPerSlice = 500_000;

    private readonly Dictionary<(DuckDbPlace Place, int Part), long> losses = [];
    private readonly Dictionary<DuckDbPlace, long> gains = [];

    /// <summary>The paths of the parts that were classified.</summary>
    public DuckDbParts Parts => parts;

    /// <summary>How many rows a stored part loses.</summary>
    public long LossOf(DuckDbPlace place, int part) => losses.GetValueOrDefault((place, part));

    /// <summary>How many rows a place gains, those of rewritten parts not counted.</summary>
    public long GainOf(DuckDbPlace place) => gains.GetValueOrDefault(place);

    public IngestReport Run(long read)
    {
        Execute(DuckDbStorageIngest.FindCandidates(schema, parts));
        Execute(DuckDbStorageIngest.CreateChanges(schema));
        var counts = new long[6];
        var candidates = Numbers(DuckDbStorageIngest.CountCandidates).Single()[0];
        if (candidates == 0)
        {
            gains[DuckDbPlace.Rows] = read;
            return new(read, Added: read, 0, 0, 0, 0);
        }

        var fresh = Numbers(DuckDbStorageIngest.CountFresh(schema)).Single()[0];
        var slices = (int)((candidates + CandidatesPerSlice - 1) / CandidatesPerSlice);
        for (var slice = 0; slice < slices; slice++)
        {
            Execute(DuckDbStorageIngest.Classify(schema, parts, slice, slices));
            var ofSlice = Numbers(DuckDbStorageIngest.CountClassified).Single();
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] += ofSlice[i];
            }

            Execute(DuckDbStorageIngest.KeepChanges);
            Execute(DuckDbStorageIngest.DropClassified);
        }

        CountMoves(fresh);
        return new(read, Added: fresh + counts[0], Duplicates: counts[1], Replaced: counts[2], Versions: counts[3], Quarantined: counts[4] + counts[5]);
    }

    private void CountMoves(long fresh)
    {
        foreach (var row in Numbers(DuckDbStorageIngest.SelectLosses))
        {
            losses[((DuckDbPlace)row[0], (int)row[1])] = row[2];
        }

        gains[DuckDbPlace.Rows] = fresh;
        foreach (var row in Numbers(DuckDbStorageIngest.SelectGains))
        {
            gains[(DuckDbPlace)row[0]] = gains.GetValueOrDefault((DuckDbPlace)row[0]) + row[1];
        }
    }

    private void Execute(string sql) => connection.Execute(sql, cancellationToken);

    private List<long[]> Numbers(string sql)
    {
        using var reader = connection.Query(sql, cancellationToken);
        var rows = new List<long[]>();
        while (reader.Fetch())
        {
            for (var row = 0; row < reader.RowCount; row++)
            {
                var values = new long[reader.ColumnCount];
                for (var column = 0; column < values.Length; column++)
                {
                    // Null would be a stored row of no known part: better no ingestion than a row that is kept twice.
                    values[column] = reader.IsNull(column, row)
                        ? throw reader.Error($"Column '{reader.NameOf(column)}' is null where a number was due.")
                        : reader.GetInt64(column, row);
                }

                rows.Add(values);
            }
        }

        return rows;
    }
}
