using TypedFeatures.Fuzzing.Model;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Productions of leaves, which the scope fills.</summary>
internal static class Leaves
{
    public static IReadOnlyDictionary<Kind, Production> Constants { get; } =
        FuzzType.Scalars.ToDictionary(k => k, k => Leaf(Ops.Of("constant", k), k));

    public static IReadOnlyDictionary<Kind, Production> Columns { get; } =
        FuzzType.Scalars.ToDictionary(k => k, k => Leaf(Ops.Of("type", k), k));

    public static IReadOnlyDictionary<Kind, Production> NullableColumns { get; } =
        FuzzType.Scalars.Append(Kind.Vector).ToDictionary(k => k, k => Leaf(Ops.OfNullable("type", k), k) with { ResultNull = ResultNull.Always });

    public static IReadOnlyDictionary<Kind, Production> InnerColumns { get; } =
        FuzzType.Scalars.ToDictionary(k => k, k => Leaf("join.inner.column", k));

    public static IReadOnlyDictionary<Kind, Production> OuterColumns { get; } =
        FuzzType.Scalars.ToDictionary(k => k, k => Leaf("join.outer.conditionalaccess", k) with { ResultNull = ResultNull.Always });

    public static IReadOnlyDictionary<Kind, Production> OuterGuards { get; } =
        FuzzType.Scalars.ToDictionary(k => k, k => Leaf("join.outer.guard", k));

    /// <summary>Properties of a row that are computed by one expression.</summary>
    public static IReadOnlyDictionary<Kind, Production> Computed { get; } =
        new[] { Kind.Bool, Kind.Int, Kind.Double, Kind.String }.ToDictionary(k => k, k => Leaf(Ops.Of("expression.property", k), k));

    public static IReadOnlyDictionary<Kind, Production> RowLets { get; } = FuzzType.Scalars.ToDictionary(k => k, k => Leaf("let.row", k));

    public static IReadOnlyDictionary<Kind, Production> Keys { get; } =
        FuzzType.Scalars.ToDictionary(k => k, k => Leaf("window.key", k) with { Level = Level.Group });

    public static IReadOnlyDictionary<Kind, Production> GroupLets { get; } =
        FuzzType.Scalars.ToDictionary(k => k, k => Leaf("let.group", k) with { Level = Level.Group });

    public static Production OuterTest { get; } = Leaf("join.outer.test", Kind.Bool);

    /// <summary>A row and its columns matched by one pattern.</summary>
    public static Production RowPattern { get; } = Leaf("pattern.property", Kind.Bool);

    /// <summary>The same of a joined row that need not be there.</summary>
    public static Production OuterPattern { get; } = Leaf("join.outer.pattern", Kind.Bool);

    public static Production AsOf { get; } = Leaf("window.asof", Kind.Instant) with { Level = Level.Group };

    public static Production WindowLet { get; } = Leaf("let.window", Kind.Window) with { Level = Level.Group };

    public static IEnumerable<Production> All { get; } =
    [
        .. new[] { Constants, Columns, NullableColumns, InnerColumns, OuterColumns, OuterGuards, Computed, RowLets, Keys, GroupLets }.SelectMany(t => t.Values),
        OuterTest, RowPattern, OuterPattern, AsOf, WindowLet,
    ];

    private static Production Leaf(string construct, Kind kind) => new(construct, kind, "{d}") { ResultNull = ResultNull.Never };
}
