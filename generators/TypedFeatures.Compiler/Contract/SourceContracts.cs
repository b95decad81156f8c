using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Contract;

/// <summary>The sources of a definition as its contract has them: each once, with the columns that decide values.</summary>
internal static class SourceContracts
{
    /// <summary>The sources, in the order of the query.</summary>
    public static IEnumerable<SourceContract> Of(ViewPlan plan)
    {
        var used = Used(plan);
        var streams = plan.Branches.IsEmpty
            ? [(Source: plan.Events, Properties: Properties(used, 0))]
            : plan.Branches.Select(b => (b.Source, Properties: BranchProperties(plan, b, Properties(used, 0)))).ToList();
        var joined = plan.Joins.Select((join, i) => (Join: join, Properties: Properties(used, i + 1))).ToList();
        var stored = streams
            .Concat(joined.Where(j => j.Join.Snapshots is null).Select(j => (Source: j.Join.Dimension, j.Properties)))
            .GroupBy(s => s.Source)
            .Select(g => Stored(g.Key, new HashSet<string>(g.SelectMany(s => s.Properties), StringComparer.Ordinal)));
        var views = joined.Where(j => j.Join.Snapshots is not null)
            .GroupBy(j => (Snapshots: j.Join.Snapshots!, j.Join.Dimension))
            .Select(g => View(g.Key.Snapshots, g.Key.Dimension, new HashSet<string>(g.SelectMany(j => j.Properties), StringComparer.Ordinal)));
        return stored.Concat(views);
    }

    /// <summary>What the contract calls a source of a query: of the events, if merged, each stream.</summary>
    public static IEnumerable<string> LabelsOf(ViewPlan plan, int source) =>
        source == 0 ? plan.Streams.Select(s => s.Name)
        : plan.Joins[source - 1].Snapshots is { View: var view } ? [$"{view.Name} v{view.Version}"]
        : [plan.Joins[source - 1].Dimension.Name];

    private static SourceContract Stored(SourceSchema source, HashSet<string> used) =>
        new(source.Name, source.Kind, TransformHash.DecidingColumns(source, used).Select(Column).ToEquatableArray());

    private static SourceContract View(ViewSnapshots snapshots, SourceSchema schema, HashSet<string> used) =>
        new(schema.Name, schema.Kind, schema.Columns.Where(c => c.Role is not ColumnRole.Value || used.Contains(c.Property)).Select(Column).ToEquatableArray())
        {
            Version = snapshots.View.Version,
            Every = snapshots.Every,
        };

    private static ColumnContract Column(SourceColumn column) => new(column.Name, column.Type, column.Role, column.IsPii);

    private static HashSet<(int Source, string Property)> Used(ViewPlan plan) => new(plan.Features.Select(f => f.Value)
        .Concat(plan.Keys.Select(k => k.Value))
        .Concat(plan.Joins.SelectMany(j => j.Keys))
        .Concat(plan.Filter is { } filter ? [filter] : [])
        .SelectMany(v => v.DescendantsAndSelf())
        .OfType<ColumnOf>()
        .Select(c => (c.Source, c.Property)));

    private static HashSet<string> Properties(HashSet<(int Source, string Property)> used, int source) =>
        new(used.Where(u => u.Source == source).Select(u => u.Property), StringComparer.Ordinal);

    private static HashSet<string> BranchProperties(ViewPlan plan, MergeBranch branch, HashSet<string> used)
    {
        var columns = plan.Events.Columns.Where(c => c.Role is ColumnRole.Value);
        var values = columns.Zip(branch.Values, (column, value) => (column, value)).Where(v => used.Contains(v.column.Property)).Select(v => v.value);
        return new(values.Concat(branch.Filter is { } filter ? [filter] : []).SelectMany(v => v.DescendantsAndSelf()).OfType<ColumnOf>().Select(c => c.Property), StringComparer.Ordinal);
    }
}
