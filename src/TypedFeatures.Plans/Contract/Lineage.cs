namespace TypedFeatures.Plans.Contract;

/// <summary>A column of a stored source that a value is computed from.</summary>
/// <param name="Source">The source.</param>
/// <param name="Column">The column.</param>
public sealed record LineageColumn(SourceSchema Source, SourceColumn Column)
{
    /// <summary><c>source.column</c>.</summary>
    public override string ToString() => Source.Name + "." + Column.Name;
}

/// <summary>Follows values down to the columns of stored sources, through merged streams and joined views.</summary>
public static class Lineage
{
    /// <summary>The columns that an expression of a view is computed from; one may occur more than once.</summary>
    public static IEnumerable<LineageColumn> Of(ViewPlan view, Scalar value)
    {
        _ = view ?? throw new ArgumentNullException(nameof(view));
        return value.DescendantsAndSelf().SelectMany(node => node switch
        {
            ColumnOf { Source: 0 } column => OfEvents(view, column.Property),
            ColumnOf column => OfJoined(view.Joins[column.Source - 1], column.Property),
            KeyOf key => Of(view, view.Keys[key.Index].Value),
            _ => [],
        });
    }

    private static IEnumerable<LineageColumn> OfEvents(ViewPlan view, string property)
    {
        if (view.Branches.IsEmpty)
        {
            return [new LineageColumn(view.Events, view.Events.Column(property))];
        }

        // What a merged stream has beside its values (times, an id) every one of its streams has, too.
        var role = view.Events.Column(property).Role;
        if (role is not ColumnRole.Value)
        {
            return view.Branches.SelectMany(b => b.Source.Columns.Where(c => c.Role == role).Select(c => new LineageColumn(b.Source, c)));
        }

        var index = view.Events.Columns.Where(c => c.Role is ColumnRole.Value).TakeWhile(c => c.Property != property).Count();
        return view.Branches.SelectMany(b => b.Values[index].DescendantsAndSelf().OfType<ColumnOf>().Select(c => new LineageColumn(b.Source, b.Source.Column(c.Property))));
    }

    private static IEnumerable<LineageColumn> OfJoined(AsOfJoin join, string property)
    {
        if (join.Snapshots?.View is not { } inner)
        {
            return [new LineageColumn(join.Dimension, join.Dimension.Column(property))];
        }

        return inner.Features.FirstOrDefault(f => f.Property == property) is { } feature
            ? Of(inner, feature.Value)
            : Of(inner, inner.Keys.First(k => k.Property == property).Value);
    }
}
