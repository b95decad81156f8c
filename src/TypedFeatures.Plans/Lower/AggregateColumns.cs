namespace TypedFeatures.Plans.Lower;

/// <summary>The distinct aggregates of a view, each a named column of the grouped query.</summary>
internal sealed class AggregateColumns
{
    private readonly List<(string Name, Aggregate Aggregate)> columns = [];

    /// <summary>The columns in order of first use.</summary>
    public IReadOnlyList<(string Name, Aggregate Aggregate)> Columns => columns;

    /// <summary>Finds the aggregates of the features; one that is a whole feature has the feature's name.</summary>
    public static AggregateColumns Of(OnlinePlan plan)
    {
        var result = new AggregateColumns();
        var reserved = new HashSet<string>(plan.View.Keys.Select(k => k.Name).Concat(plan.Features.Select(f => f.Name)), StringComparer.OrdinalIgnoreCase)
        {
            ViewLowering.Ordinal,
        };
        var whole = plan.Features.Where(f => f.Value is Aggregate)
            .GroupBy(f => f.Value)
            .ToDictionary(g => g.Key, g => g.First().Name);
        foreach (var feature in plan.Features)
        {
            foreach (var aggregate in feature.Value.DescendantsAndSelf().OfType<Aggregate>())
            {
                if (result.columns.All(c => c.Aggregate != aggregate))
                {
                    var name = whole.TryGetValue(aggregate, out var own) ? own : FreeName(feature.Name + "_" + aggregate.Info.Word, reserved);
                    reserved.Add(name);
                    result.columns.Add((name, aggregate));
                }
            }
        }

        return result;
    }

    /// <summary>The column of an aggregate.</summary>
    public string NameOf(Aggregate aggregate) => columns.First(c => c.Aggregate == aggregate).Name;

    private static string FreeName(string wanted, HashSet<string> reserved)
    {
        var name = wanted;
        for (var i = 2; reserved.Contains(name); i++)
        {
            name = wanted + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
