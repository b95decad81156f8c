using System.Collections.Immutable;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>Follows the data of a bound plan back to the columns it comes from: through lets and helpers, which are gone by then, merged streams, joins and other views.</summary>
internal static class Dependencies
{
    /// <summary>What a feature's value is computed of; what decides the rows it is computed over is in <see cref="OfRows"/>.</summary>
    public static IEnumerable<Dependency> Of(ViewPlan plan, Feature feature) => Of(plan, feature.Value);

    /// <summary>What decides which rows the view is about and to which entity and which rows of dimensions they belong: every feature depends on it.</summary>
    public static IEnumerable<Dependency> OfRows(ViewPlan plan)
    {
        var conditions = plan.Keys.Select(k => k.Value).Concat(plan.Joins.SelectMany(j => j.Keys)).Concat(plan.Filter is { } filter ? [filter] : []);
        foreach (var dependency in conditions.SelectMany(c => Of(plan, c)))
        {
            yield return dependency;
        }

        foreach (var branch in plan.Branches.Where(b => b.Filter is not null))
        {
            foreach (var (leaf, _) in Leaves(branch.Filter!, null))
            {
                yield return OfSource(leaf, null, branch.Source);
            }
        }

        // Rows meet the entities that the other view found, and what it filters by decides which.
        foreach (var (view, key) in plan.Joins.Where(j => j.Snapshots is not null && !j.Keys.IsEmpty).Select(j => (j.Snapshots!.View, j.Keys[0])))
        {
            var leaf = Leaves(key, null).Select(l => (Scalar)l.Leaf).FirstOrDefault() ?? key;
            foreach (var dependency in OfRows(view))
            {
                yield return dependency with { Leaf = leaf, Path = dependency.Path.Insert(0, NameOf(view.TypeName)) };
            }
        }
    }

    /// <summary>What a service's value is computed of: the features of its views, followed back.</summary>
    public static IEnumerable<Dependency> Of(ServicePlan service, Scalar value) =>
        value.DescendantsAndSelf().OfType<ViewFeature>().SelectMany(leaf =>
            OfFeature(service.Views[leaf.View].View, leaf.Property).Select(d => d with { Leaf = leaf }));

    private static IEnumerable<Dependency> Of(ViewPlan plan, Scalar value) =>
        Leaves(value, null).SelectMany(l => Resolve(plan, l.Leaf, l.Within));

    /// <summary>The columns read by a value, each with the aggregate it is an argument of.</summary>
    private static IEnumerable<(ColumnOf Leaf, Aggregate? Within)> Leaves(Scalar value, Aggregate? within) => value is ColumnOf column
        ? [(column, within)]
        : value.Operands().SelectMany(o => Leaves(o, value as Aggregate ?? within));

    private static IEnumerable<Dependency> Resolve(ViewPlan plan, ColumnOf leaf, Aggregate? within)
    {
        if (leaf.Source > 0 && plan.Joins[leaf.Source - 1].Snapshots is { } snapshots)
        {
            return OfFeature(snapshots.View, leaf.Property).Select(d => d with { Leaf = leaf, Within = d.Within ?? within });
        }

        return leaf.Source == 0 && !plan.Branches.IsEmpty ? OfMerged(plan, leaf, within) : [OfSource(leaf, within, plan.Source(leaf.Source))];
    }

    /// <summary>A column of a merged stream is what each of the streams has for it.</summary>
    private static IEnumerable<Dependency> OfMerged(ViewPlan plan, ColumnOf leaf, Aggregate? within)
    {
        var place = plan.Events.Columns.Where(c => c.Role is ColumnRole.Value).ToList().FindIndex(c => c.Property == leaf.Property);
        return place < 0
            ? []
            : plan.Branches.SelectMany(b => Leaves(b.Values[place], within).Select(l => OfSource(l.Leaf, l.Within, b.Source)));
    }

    /// <summary>What a feature, or a key, of another view depends on, the rows that view is about included.</summary>
    private static IEnumerable<Dependency> OfFeature(ViewPlan view, string property)
    {
        var value = view.Features.FirstOrDefault(f => f.Property == property)?.Value;
        var own = value is null ? [] : Of(view, value);
        return own.Concat(OfRows(view)).Select(d => d with { Path = d.Path.Insert(0, NameOf(view.TypeName) + "." + property) });
    }

    private static Dependency OfSource(ColumnOf leaf, Aggregate? within, SourceSchema source) =>
        new(leaf, within, source, source.Column(leaf.Property), [NameOf(source.RowType) + "." + leaf.Property]);

    /// <summary>A full name's last part.</summary>
    private static string NameOf(string type) => type.Substring(type.LastIndexOf('.') + 1);
}
