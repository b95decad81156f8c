using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Tests;

/// <summary>What a set of trades must become, said as plainly as possible and independently of the SQL.</summary>
internal sealed record DuplicateOracle(List<Trade> Rows, List<Trade> Versions, List<Trade> Quarantine)
{
    public static DuplicateOracle Of(SourceSchema schema, IEnumerable<Trade> ingested)
    {
        var result = new DuplicateOracle([], [], []);
        var hasIngestTime = schema.IngestTime is not null;
        foreach (var rowsOfOneEvent in ingested.Distinct().GroupBy(t => t.Id))
        {
            var rows = rowsOfOneEvent.Order(Comparer<Trade>.Create((a, b) => Compare(a, b, hasIngestTime))).ToList();
            var winner = rows[0];
            result.Rows.Add(winner);
            var conflicts = new List<Trade>();
            foreach (var loser in rows.Skip(1))
            {
                var isVersion = loser with { Known = hasIngestTime ? winner.Known : loser.Known, Settled = schema.HasVersions ? winner.Settled : loser.Settled } == winner;
                if (!isVersion)
                {
                    conflicts.Add(loser);
                }
                else if (schema.HasVersions)
                {
                    result.Versions.Add(loser);
                }
            }

            // Without versions a row that says again what an earlier conflict said is a duplicate of it.
            result.Quarantine.AddRange(schema.HasVersions || !hasIngestTime ? conflicts : conflicts.DistinctBy(c => c with { Known = null }));
        }

        return result;
    }

    public static string Text(Trade t) => $"{t.Id},{t.At},{Text(t.Known)},{Text(t.Amount)},{Text(t.Level)},{t.Settled?.ToString().ToLowerInvariant() ?? "null"}";

    private static int Compare(Trade a, Trade b, bool hasIngestTime)
    {
        var byIngest = hasIngestTime ? Nullable.Compare(a.Known, b.Known) : 0;
        return byIngest != 0 ? byIngest
            : a.At != b.At ? a.At.CompareTo(b.At)
            : a.Known != b.Known ? Nullable.Compare(a.Known, b.Known)
            : a.Amount != b.Amount ? Nullable.Compare(a.Amount, b.Amount)
            : a.Level != b.Level ? Nullable.Compare((int?)a.Level, (int?)b.Level)
            : Nullable.Compare(a.Settled, b.Settled);
    }

    private static string Text<T>(T? value)
        where T : struct => value?.ToString() ?? "null";
}
