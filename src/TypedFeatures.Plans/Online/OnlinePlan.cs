using TypedFeatures.Plans.Normalize;

namespace TypedFeatures.Plans;

/// <summary>A column of the online state: a row-level value computed once, when the row arrives.</summary>
/// <param name="Name">Its name in the state feed.</param>
/// <param name="Value">The row-level expression; it cannot fail.</param>
public sealed record StateColumn(string Name, Scalar Value)
{
    /// <summary>
    /// The type of its values. A value that needs a guard (it takes the <c>.Value</c> of something) is computed for rows without it too, and is null there.
    /// </summary>
    public ScalarType Type => NeedsGuard ? Value.Type.Nullable : Value.Type;

    /// <summary>Whether only a guard elsewhere says that the value is not null.</summary>
    public bool NeedsGuard => !Value.Type.IsNullable && Value.DescendantsAndSelf().Any(n => n is Unary { Operator: UnaryOperator.Value });
}

/// <summary>A state column of the row at hand; takes the place of what it holds in the aggregates of an <see cref="OnlinePlan"/>.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Index">Which, from zero.</param>
public sealed record StateColumnOf(ScalarType Type, int Index) : Scalar(Type);

/// <summary>
/// What the online side of a view computes: the state's columns, and the features over them.
/// What may fail on a row (checked integers) is not a state column: its operands are, and it is computed when read,
/// so that only rows the as-of can see make it fail.
/// </summary>
/// <param name="View">The view.</param>
/// <param name="Columns">The state's columns.</param>
/// <param name="Features">The features, their aggregates over <see cref="StateColumnOf"/>.</param>
/// <param name="IsOrdered">Whether the order among rows of one event time matters (first, latest), so that the feed and the state carry ingest time and event id.</param>
/// <param name="Windows">The distinct windows, in order of first use.</param>
/// <param name="Retention">How far before the watermark the state keeps rows, in microseconds; null where no window needs any.</param>
public sealed record OnlinePlan(
    ViewPlan View,
    EquatableArray<StateColumn> Columns,
    EquatableArray<Feature> Features,
    bool IsOrdered,
    EquatableArray<WindowBounds> Windows,
    long? Retention)
{
    /// <summary>Whether a window takes the whole past, which is kept as running totals.</summary>
    public bool HasTotals => Windows.Any(w => w.Length is null);

    /// <summary>Whether the feed and the state carry event ids.</summary>
    public bool HasEventIds => IsOrdered && View.Events.HasEventIds;

    /// <summary>The longest look-back in microseconds; null where a window takes the whole past.</summary>
    public long? LongestLookback => HasTotals ? null : Windows.Max(w => w.Reach);

    /// <summary>
    /// Where the look-back begins: the starts of windows that no other covers, any of which may be the earliest at an instant; none where a window takes the whole past.
    /// </summary>
    public EquatableArray<WindowStart> Starts
    {
        get
        {
            var starts = HasTotals ? [] : Windows.Select(w => w.Start!).Distinct().ToList();
            return starts.Where(s => !starts.Any(other => other != s && other.Covers(s))).ToEquatableArray();
        }
    }

    /// <summary>Whether the state computes an aggregate from tiles: partial aggregates of the rows of each multiple of the tile's length.</summary>
    public static bool IsTiled(Aggregate aggregate) => aggregate.Info.GrowthOver(aggregate.Window) == GrowthClass.PerTile;

    /// <summary>Derives the online side of a view. Decimals are integers from here on.</summary>
    public static OnlinePlan From(ViewPlan declared)
    {
        var view = ScaledIntegers.Of(declared);
        var columns = new List<StateColumn>();
        var features = new List<Feature>();
        var windows = new List<Aggregate>();
        foreach (var feature in view.Features)
        {
            features.Add(feature with { Value = feature.Value.Rewrite(node => Project(node, feature.Name)) });
        }

        return new OnlinePlan(
            view,
            columns.ToEquatableArray(),
            features.ToEquatableArray(),
            windows.Any(a => a.Info.IsOrdered),
            windows.Select(a => a.Window).Distinct().ToEquatableArray(),
            windows.Where(a => !IsTiled(a)).Max(a => a.Window.Reach));

        Scalar? Project(Scalar node, string feature)
        {
            if (node is not Aggregate aggregate)
            {
                return null;
            }

            windows.Add(aggregate);
            return aggregate with
            {
                Argument = aggregate.Argument is { } argument ? ToState(argument, feature + "_value") : null,
                Amount = aggregate.Amount is { } amount ? ToState(amount, feature + "_amount") : null,
                Predicate = aggregate.Predicate is { } predicate ? ToState(predicate, feature + "_counts") : null,
            };
        }

        Scalar ToState(Scalar value, string name) => value.Rewrite(node =>
        {
            // What is not a number is null to some engines: it is computed when read.
            if (node.IsOfConstants() || node.MayFail() || FloatingRange.MayBeNaN(node))
            {
                return null;
            }

            var index = columns.FindIndex(c => c.Value == node);
            if (index < 0)
            {
                index = columns.Count;
                columns.Add(new StateColumn(NameOf(node, name), node));
            }

            var column = new StateColumnOf(columns[index].Type, index);
            return columns[index].NeedsGuard ? new Unary(node.Type, UnaryOperator.Value, column) : column;
        });

        string NameOf(Scalar node, string computed)
        {
            var wanted = node is ColumnOf column ? view.Source(column.Source).Column(column.Property).Name : computed;
            var name = wanted;
            for (var i = 2; IsTaken(name); i++)
            {
                name = wanted + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return name;
        }

        bool IsTaken(string name) => name is "event_time" or "ingest_time" or "event_id"
            || columns.Any(c => c.Name == name)
            || view.Keys.Any(k => k.Name == name);
    }
}
