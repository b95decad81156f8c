namespace TypedFeatures.Plans;

/// <summary>A dimension joined as of each row's event time (and known when the row was known).</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Keys">Row-level values over the sources before it, one per key column of the dimension, in its order. A null matches nothing.</param>
/// <param name="IsOuter">Whether rows without a match stay, with a null dimension.</param>
public sealed record AsOfJoin(SourceSchema Dimension, EquatableArray<Scalar> Keys, bool IsOuter)
{
    /// <summary>The view whose features are the dimension; null where the dimension is a source.</summary>
    public ViewSnapshots? Snapshots { get; init; }
}

/// <summary>
/// Another view's snapshots as a dimension, one at each multiple of a length since 1970, each valid and known from its instant on. A row meets the last of them
/// that is not later than its event time, nor than when it was known; it has the entities that the view found there and then.
/// </summary>
/// <param name="View">The other view.</param>
/// <param name="Every">How far apart the snapshots are, in microseconds; positive.</param>
public sealed record ViewSnapshots(ViewPlan View, long Every)
{
    /// <summary>
    /// The features that are never null and yet may come out as an infinity or NaN. A snapshot holds no such thing, so an entity of which one of them does is
    /// not in it.
    /// </summary>
    public IEnumerable<Feature> MustBeFinite => View.Features.Where(f => f.Type is { IsFloating: true, IsNullable: false });
}

/// <summary>One of the streams that make a merged one.</summary>
/// <param name="Source">Its source; source 0 of the row-level expressions here.</param>
/// <param name="Values">What it has for each column of role <see cref="ColumnRole.Value"/> of the merged stream, in their order.</param>
/// <param name="Filter">The conjunction of its own <c>where</c> clauses, never null-valued; null where there is none.</param>
public sealed record MergeBranch(SourceSchema Source, EquatableArray<Scalar> Values, Scalar? Filter);

/// <summary>A part of the group key.</summary>
/// <param name="Property">The entity-key property of the view that shows it.</param>
/// <param name="Name">The column name.</param>
/// <param name="Type">The non-null type.</param>
/// <param name="Value">The row-level value; rows where it is null belong to no entity.</param>
/// <param name="GroupIndex">Its place in the key of the <c>group … by</c> clause, from 0.</param>
public sealed record KeyPart(string Property, string Name, ScalarType Type, Scalar Value, int GroupIndex);

/// <summary>A feature of a view.</summary>
/// <param name="Property">The C# property.</param>
/// <param name="Name">The column name.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Value">Its feature-level value.</param>
/// <param name="Description">The text of its XML summary; empty where there is none.</param>
public sealed record Feature(string Property, string Name, ScalarType Type, Scalar Value, string Description = "");

/// <summary>
/// A feature view as bound: event rows in order, joined to dimensions, filtered, grouped by key, aggregated per window.
/// A filter may stand between joins: it speaks of the sources up to there, and as an inner join and a filter commute here,
/// all filters apply after the joins.
/// </summary>
/// <param name="Name">The view's name in the registry.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="TypeName">The full C# name of the record, without <c>global::</c>.</param>
/// <param name="Events">
/// The event source, or the schema of the stream that <paramref name="Branches"/> make: its columns, an event time, an ingest time where one of them has
/// one, and a text for an id; source 0 of row-level expressions.
/// </param>
/// <param name="Joins">The joined dimensions; sources 1 and up.</param>
/// <param name="Filter">The conjunction of the <c>where</c> clauses, never null-valued; null where there is none.</param>
/// <param name="Keys">The entity key, in declaration order of its properties.</param>
/// <param name="Features">The features, in declaration order of their properties, without the entity keys.</param>
/// <param name="Branches">The streams that are merged, in the order that breaks ties; none where there is one source.</param>
public sealed record ViewPlan(
    string Name,
    int Version,
    string TypeName,
    SourceSchema Events,
    EquatableArray<AsOfJoin> Joins,
    Scalar? Filter,
    EquatableArray<KeyPart> Keys,
    EquatableArray<Feature> Features,
    EquatableArray<MergeBranch> Branches = default)
{
    /// <summary>
    /// Whether this is a label: its windows lie after the as-of instant, <c>t &lt; e ≤ t + Length</c>; of every event it sees the newest known
    /// version; and everything counts as known.
    /// </summary>
    public bool IsLabel { get; init; }

    /// <summary>The stored sources whose rows the view is about: one, or those that are merged.</summary>
    public IEnumerable<SourceSchema> Streams => Branches.IsEmpty ? [Events] : Branches.Select(b => b.Source);

    /// <summary>The stored sources a view reads: events, then dimensions in join order, a joined view's sources in its place; each once.</summary>
    public IEnumerable<SourceSchema> Sources =>
        Streams.Concat(Joins.SelectMany(j => j.Snapshots is { } snapshots ? snapshots.View.Sources : [j.Dimension])).Distinct();

    /// <summary>The views it joins, in join order, each once.</summary>
    public IEnumerable<ViewSnapshots> Views => Joins.Select(j => j.Snapshots).OfType<ViewSnapshots>().Distinct();

    /// <summary>The schema of a row-level source: 0 the events, then the dimensions in join order.</summary>
    public SourceSchema Source(int index) => index == 0 ? Events : Joins[index - 1].Dimension;
}
