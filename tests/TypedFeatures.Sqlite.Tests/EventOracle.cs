namespace TypedFeatures.Sqlite.Tests;

/// <summary>The places of a set of rows of one event id, said as plainly as the decisions are: by looking at all pairs.</summary>
internal sealed record EventOracle<T>(T Winner, IReadOnlyList<T> Versions, IReadOnlyList<T> Quarantined)
    where T : notnull
{
    /// <summary>Resolves the rows.</summary>
    /// <param name="rows">At least one.</param>
    /// <param name="before">Whether the first row comes before the second: ingest time, event time, columns.</param>
    /// <param name="essence">What versions must agree in.</param>
    /// <param name="keepsVersions">Whether there are columns known after the outcome.</param>
    public static EventOracle<T> Resolve(IEnumerable<T> rows, Func<T, T, bool> before, Func<T, object> essence, bool keepsVersions)
    {
        var distinct = rows.Distinct().ToList();
        var winner = distinct.Single(r => distinct.All(other => other.Equals(r) || before(r, other)));
        var others = distinct.Where(r => !r.Equals(winner)).ToList();
        var agreeing = others.Where(r => essence(r).Equals(essence(winner))).ToList();
        var contradicting = others.Except(agreeing).ToList();
        return keepsVersions
            ? new(winner, agreeing, contradicting)
            : new(winner, [], [.. contradicting.Where(r => contradicting.All(o => o.Equals(r) || !essence(o).Equals(essence(r)) || before(r, o)))]);
    }

    public IEnumerable<T> Kept => [Winner, .. Versions, .. Quarantined];
}
