using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Which rows of a history stay: those of an entity, of one that is asked for, and those that pass the filters. Each condition is taken once.</summary>
internal sealed class RowConditions
{
    private readonly List<(int Sources, Func<ScalarTranslator, SqlExpression> Print)> left = [];

    public RowConditions(ViewPlan view, SqlDialect dialect, HistoryOptions options)
    {
        foreach (var key in view.Keys.Select(k => k.Value).Where(k => k.DescendantsAndSelf().Any(n => n.Type.IsNullable)))
        {
            left.Add((SourcesOf(key), scalars => new SqlNullTest(scalars.Value(key), IsNegated: true)));
        }

        if (options.Spine is { } spine)
        {
            left.Add((view.Keys.Max(k => SourcesOf(k.Value)), scalars => IsInSpine(view, spine, scalars)));
        }

        foreach (var condition in view.Filter is { } filter ? HistoryLowering.Conjuncts(filter) : [])
        {
            left.Add((SourcesOf(condition), scalars => scalars.Condition(condition)));
        }
    }

    /// <summary>The conditions, not taken before, that speak of the first sources alone.</summary>
    public IReadOnlyList<SqlExpression> Take(ScalarTranslator scalars, int sources)
    {
        var taken = left.Where(c => c.Sources <= sources).Select(c => c.Print(scalars)).ToList();
        left.RemoveAll(c => c.Sources <= sources);
        return taken;
    }

    private static SqlExpression IsInSpine(ViewPlan view, string spine, ScalarTranslator scalars)
    {
        var keys = view.Keys.Select(k => scalars.Value(k.Value)).ToEquatableArray();
        var entities = new SqlSelect
        {
            Outputs = view.Keys.Select(k => new SqlOutput(new SqlColumn(null, k.Name), k.Name)).ToEquatableArray(),
            From = new SqlTable(spine, spine),
        };
        return new SqlIn(keys.Count == 1 ? keys[0] : new SqlRow(keys), entities);
    }

    /// <summary>How many sources, from the first, a value needs.</summary>
    private static int SourcesOf(Scalar value) => value.DescendantsAndSelf().Select(n => n switch
    {
        ColumnOf column => column.Source + 1,
        IsMatched matched => matched.Source + 1,
        _ => 1,
    }).Max();
}
