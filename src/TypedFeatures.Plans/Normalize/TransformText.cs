namespace TypedFeatures.Plans.Normalize;

/// <summary>The canonical text of what decides values of a view. Columns go by their names in storage, sources by their place among those that matter.</summary>
/// <param name="view">The view.</param>
/// <param name="withMembers">Whether the members of enums count.</param>
internal sealed class TransformText(ViewPlan view, bool withMembers = true)
{
    /// <summary>The hash of the text of values over the query.</summary>
    public string HashOf(IReadOnlyList<Scalar> values) => ContractHash.HashOf(Of(values));

    /// <summary>
    /// The sources that matter to values: the events; every inner join, which drops rows; and of the left joins, which give a row at most one match and drop none,
    /// those that are read by what matters.
    /// </summary>
    public IReadOnlyList<int> SourcesOf(IReadOnlyList<Scalar> values)
    {
        var matters = new SortedSet<int> { 0 };
        var waiting = new Stack<Scalar>(values.Concat(view.Keys.Select(k => k.Value)).Concat(view.Filter is { } filter ? [filter] : []));
        void Add(int source)
        {
            if (source > 0 && matters.Add(source))
            {
                foreach (var key in view.Joins[source - 1].Keys)
                {
                    waiting.Push(key);
                }
            }
        }

        for (var join = 1; join <= view.Joins.Count; join++)
        {
            if (!view.Joins[join - 1].IsOuter)
            {
                Add(join);
            }
        }

        while (waiting.Count > 0)
        {
            foreach (var node in waiting.Pop().DescendantsAndSelf())
            {
                Add(node is ColumnOf column ? column.Source : node is IsMatched row ? row.Source : 0);
            }
        }

        return [.. matters];
    }

    /// <summary>The text of values over the query.</summary>
    public string Of(IReadOnlyList<Scalar> values)
    {
        var sources = SourcesOf(values);
        var joins = sources.Where(s => s > 0).Select(s => view.Joins[s - 1]).ToList();
        var used = new HashSet<(int Source, string Property)>(values
            .Concat(view.Keys.Select(k => k.Value))
            .Concat(joins.SelectMany(j => j.Keys))
            .Concat(view.Filter is { } condition ? [condition] : [])
            .SelectMany(v => v.DescendantsAndSelf())
            .OfType<ColumnOf>()
            .Select(c => (c.Source, c.Property)));
        string Text(Scalar value) => ScalarText.Of(CanonicalForm.Of(Renamed(value, sources)), withMembers);

        var lines = new List<string> { view.IsLabel ? "label" : "view" };
        lines.AddRange(Events(used));
        foreach (var source in sources.Where(s => s > 0))
        {
            var join = view.Joins[source - 1];
            var keyword = join.IsOuter ? "left join" : "join";
            lines.AddRange(join.Snapshots is { } snapshots ? [Snapshots(keyword, snapshots)] : Source(keyword, join.Dimension, PropertiesOf(used, source)));
            lines.AddRange(join.Keys.Select(k => "on " + Text(k)));
        }

        lines.AddRange(view.Filter is { } filter ? ["where " + Text(filter)] : []);
        lines.AddRange(view.Keys.Select(k => $"key {ScalarText.TypeText(k.Type, withMembers)} {Text(k.Value)}"));
        lines.AddRange(values.Select(v => "value " + Text(v)));
        return string.Join("\n", lines);
    }

    private static HashSet<string> PropertiesOf(HashSet<(int Source, string Property)> used, int source) =>
        new(used.Where(u => u.Source == source).Select(u => u.Property), StringComparer.Ordinal);

    private IEnumerable<string> Events(HashSet<(int Source, string Property)> used)
    {
        if (view.Branches.IsEmpty)
        {
            return Source("events", view.Events, PropertiesOf(used, 0));
        }

        var columns = view.Events.Columns.Where(c => c.Role is ColumnRole.Value).ToList();
        return view.Branches.SelectMany(branch =>
        {
            var read = columns.Zip(branch.Values, (column, value) => (column, value)).Where(v => used.Contains((0, v.column.Property))).Select(v => v.value);
            var properties = read.Concat(branch.Filter is { } filter ? [filter] : []).SelectMany(v => v.DescendantsAndSelf()).OfType<ColumnOf>().Select(c => c.Property);
            return Source("merge", branch.Source, new HashSet<string>(properties, StringComparer.Ordinal))
                .Concat(branch.Filter is { } own ? ["where " + BranchText(branch, own)] : []);
        });
    }

    /// <summary>What of a source decides values: its name, and of its columns those that do.</summary>
    private IEnumerable<string> Source(string keyword, SourceSchema source, HashSet<string> used) =>
        new[] { $"{keyword} {source.Kind} {ScalarText.Quoted(source.Name)}" }.Concat(TransformHash.DecidingColumns(source, used).Select(c =>
            $"  {c.Role} {ScalarText.Quoted(c.Name)} {ScalarText.TypeText(c.Type, withMembers)}{(c.IsKnownAfterOutcome ? " late" : "")}"));

    /// <summary>
    /// What of a joined view decides which rows have a match, whatever is read of it: whom it finds, which its query and its longest look-back say, and those of its
    /// features that keep an entity out where they are not finite.
    /// </summary>
    private string Snapshots(string keyword, ViewSnapshots snapshots)
    {
        var reach = OnlinePlan.From(snapshots.View).LongestLookback;
        var finite = snapshots.MustBeFinite.Select(f => HashOf(snapshots.View, f)).OrderBy(h => h, StringComparer.Ordinal);
        return $"{keyword} view {new TransformText(snapshots.View, withMembers).HashOf([])} every {snapshots.Every} within {reach} finite {string.Join(" ", finite)}";
    }

    /// <summary>An expression in which sources and columns go by what they are.</summary>
    private Scalar Renamed(Scalar value, IReadOnlyList<int> sources)
    {
        int Place(int source) => sources.TakeWhile(s => s != source).Count();
        return value.Rewrite(node => node switch
        {
            ColumnOf column => column with { Source = Place(column.Source), Property = NameOf(column) },
            IsMatched row => row with { Source = Place(row.Source) },
            _ => null,
        });
    }

    private string NameOf(ColumnOf column)
    {
        if (column.Source == 0 && !view.Branches.IsEmpty)
        {
            return MergedName(column.Property);
        }

        var schema = view.Source(column.Source);
        if (column.Source == 0 || view.Joins[column.Source - 1].Snapshots?.View is not { } inner)
        {
            return schema.Column(column.Property).Name;
        }

        // Of a joined view a feature is what it computes.
        var feature = inner.Features.FirstOrDefault(f => f.Property == column.Property);
        return feature is null ? "key " + inner.Keys.TakeWhile(k => k.Property != column.Property).Count() : "feature " + HashOf(inner, feature);
    }

    /// <summary>Of a merged stream a column is what each of the streams has for it.</summary>
    private string MergedName(string property)
    {
        var role = view.Events.Column(property).Role;
        var index = view.Events.Columns.Where(c => c.Role is ColumnRole.Value).TakeWhile(c => c.Property != property).Count();
        return role is ColumnRole.Value ? "merged " + string.Join(" | ", view.Branches.Select(b => BranchText(b, b.Values[index]))) : role.ToString();
    }

    private string BranchText(MergeBranch branch, Scalar value) => ScalarText.Of(CanonicalForm.Of(value.Rewrite(node =>
        node is ColumnOf column ? column with { Property = branch.Source.Column(column.Property).Name } : null)), withMembers);

    private string HashOf(ViewPlan inner, Feature feature) => new TransformText(inner, withMembers).HashOf([feature.Value]);
}
