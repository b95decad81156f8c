using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Fuzzing.Rows;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>What may be named where an expression stands.</summary>
public sealed class Scope(Random random, ValuePools pools, IReadOnlyList<string> lengths)
{
    /// <summary>Columns, and lets of rows.</summary>
    public List<Expr> Rows { get; } = [];

    /// <summary>Keys, the as-of, and lets of groups.</summary>
    public List<Expr> Groups { get; } = [];

    /// <summary>The event's columns alone, which keys may be computed of.</summary>
    public bool OnlyEvent { get; set; }

    public IEnumerable<Expr> At(Level level) => level == Level.Row ? OnlyEvent ? Rows.Where(r => r.Leaf.StartsWith("§e§", StringComparison.Ordinal)) : Rows : Groups;

    /// <summary>
    /// A literal. Never −0: of a null it is equal to, the C# compiler (Roslyn 4.14) says true, because it takes every constant but 0 itself for
    /// one that no default can equal.
    /// </summary>
    public Expr Constant(Kind kind) => new(Leaves.Constants[kind], new FuzzType(kind, false), [], Literals.Of(pools.Draw(kind) switch
    {
        0d => 0d,
        0f => 0f,
        var value => value,
    }));

    /// <summary>What stands in a window's brackets.</summary>
    public string LengthsOf(string construct) => construct switch
    {
        "window.last" => random.Pick(lengths),
        "window.last.offset" => $"{random.Pick(lengths)}, offset: {random.Pick(lengths)}",
        "window.last.tile" => $"{random.Pick(lengths)}, tile: {random.Pick(["Hours(1)", "Days(1)", "Minutes(90)"])}",
        "window.session" => $"{random.Pick(["Minutes(90)", "Hours(36)", "Days(7)"])}, max: {random.Pick(lengths)}",
        _ => "",
    };

    /// <summary>Tests of a row of the query as a whole.</summary>
    public IEnumerable<Expr> Patterns(string variable, FuzzSource source, bool isOuter)
    {
        FuzzColumn Column(Kind kind) => random.Pick(source.Columns.Where(c => c.IsPlain && c.Type.Kind == kind).ToList());
        var text = Column(Kind.String);
        string[] patterns =
        [
            $"{{ {Column(Kind.Int).Name}: > 0, {Column(Kind.Hue).Name}: Hue.Red or Hue.Blue }}",
            $"{{ {text.Name}: {{ Length: 1 or > 2 }}, {Column(Kind.Bool).Name}: true }}",
            $"not {{ {Column(Kind.Double).Name}: < 2.5, {Column(Kind.Zone).Name}: not Zone.Low }}",
        ];
        return patterns.Select(p => new Expr(isOuter ? Leaves.OuterPattern : Leaves.RowPattern, new FuzzType(Kind.Bool, false), [], $"(§{variable}§ is {p})"));
    }

    /// <summary>A leaf for a column of the query's rows.</summary>
    public static Expr Column(string variable, FuzzColumn column, bool isJoined) => new(
        (isJoined ? Leaves.InnerColumns : column.Type.IsNullable ? Leaves.NullableColumns : Leaves.Columns)[column.Type.Kind], column.Type, [], $"§{variable}§.{column.Name}");
}
