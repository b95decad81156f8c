namespace TypedFeatures.Plans.Lower;

/// <summary>
/// Gives the named queries of one query their names, each once, whatever query within it they belong to, and none that a table has: ClickHouse looks a name up
/// where a named query is used, not where it is written, so that one within another would hide it.
/// </summary>
internal sealed class QueryNames
{
    private readonly string prefix;
    private readonly HashSet<string> taken;

    private QueryNames(string prefix, HashSet<string> taken)
    {
        this.prefix = prefix;
        this.taken = taken;
    }

    /// <summary>The names of a query over a view's tables.</summary>
    public static QueryNames Of(ViewPlan view) => new("", new HashSet<string>(view.Sources.Select(s => s.Name).Append(view.Events.Name)));

    /// <summary>The same for one of several queries that have some names in common: those given out so far.</summary>
    public QueryNames Fork() => new(prefix, [.. taken]);

    /// <summary>The same for a query within it. Short, because a name may have 63 letters and views nest.</summary>
    /// <param name="index">Which, from 1.</param>
    public QueryNames Within(int index) => new(prefix + "v" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "_", taken);

    /// <summary>A name that nothing else has.</summary>
    public string Free(string name)
    {
        name = prefix + name;
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
