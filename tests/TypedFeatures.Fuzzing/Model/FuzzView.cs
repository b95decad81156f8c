using System.Globalization;
using System.Text;

namespace TypedFeatures.Fuzzing.Model;

/// <summary>A step of a query before its group clause.</summary>
public abstract record Clause;

/// <summary><c>where</c>.</summary>
public sealed record WhereClause(Expr Condition) : Clause;

/// <summary><c>let</c>.</summary>
public sealed record LetClause(string Name, Expr Value) : Clause;

/// <summary><c>join</c>, or <c>join … into</c> where rows without a match stay.</summary>
public sealed record JoinClause(string Name, FuzzSource Dimension, IReadOnlyList<Expr> Keys, bool IsOuter) : Clause;

/// <summary>A part of the entity key.</summary>
/// <param name="Property">The property of the record.</param>
/// <param name="Value">What the rows are grouped by.</param>
/// <param name="Dimension">The dimension it is a column of; null where it is computed of the event.</param>
public sealed record FuzzKey(string Property, Expr Value, FuzzSource? Dimension);

/// <summary>A name for something of an entity.</summary>
public sealed record GroupLet(string Name, Expr Value);

/// <summary>A feature.</summary>
public sealed record FuzzFeature(string Name, Expr Value);

/// <summary>A definition.</summary>
public sealed record FuzzView
{
    public required string Name { get; init; }

    public required FuzzSource Events { get; init; }

    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>The parts of the key in the order of the group clause.</summary>
    public required IReadOnlyList<FuzzKey> Keys { get; init; }

    /// <summary>The order in which the record declares the keys.</summary>
    public IReadOnlyList<int> KeyOrder { get; init; } = [];

    /// <summary>The parts of the key in that order.</summary>
    public IEnumerable<FuzzKey> DeclaredKeys => KeyOrder.Count == Keys.Count ? KeyOrder.Select(i => Keys[i]) : Keys;

    public IReadOnlyList<GroupLet> Lets { get; init; } = [];

    public required IReadOnlyList<FuzzFeature> Features { get; init; }

    /// <summary>Whether the events are a later parameter than the dimensions.</summary>
    public bool DimensionsFirst { get; init; }

    public IEnumerable<JoinClause> Joins => Clauses.OfType<JoinClause>();

    /// <summary>Whether the groups are of events as they are.</summary>
    public bool IsBare => !Clauses.Any(c => c is JoinClause or LetClause);

    /// <summary>Every expression.</summary>
    public IEnumerable<Expr> Expressions => Clauses.SelectMany(c => c switch
    {
        WhereClause where => [where.Condition],
        LetClause let => [let.Value],
        JoinClause join => join.Keys,
        _ => Array.Empty<Expr>(),
    }).Concat(Keys.Select(k => k.Value)).Concat(Lets.Select(l => l.Value)).Concat(Features.Select(f => f.Value));

    /// <summary>Everything that it shows, by name.</summary>
    public IEnumerable<string> Constructs => Expressions.SelectMany(e => e.All).Select(e => e.Production.Construct)
        .Concat(Events.Constructs)
        .Concat(Joins.SelectMany(j => j.Dimension.Constructs.Append(j.IsOuter ? "join.outer" : "join.inner").Append(j.Keys.Count > 1 ? "join.composite" : "join.single")))
        .Concat(Joins.Count() > 1 ? ["join.two"] : [])
        .Concat(Clauses.OfType<WhereClause>().Select(_ => "query.where"))
        .Concat([$"key.{Keys.Count}", IsBare ? "element.bare" : "element.anonymous", DimensionsFirst ? "parameters.dimensionsfirst" : "parameters.eventsfirst"])
        .Concat(Keys.Select(k => Ops(k)))
        .Distinct();

    private static string Ops(FuzzKey key) =>
        key.Dimension is not null ? "key.dimension" : key.Value.Operands.Count > 0 ? "key.computed" : key.Value.Type.IsNullable ? "key.nullable" : "key.column";
}

/// <summary>Writes views in C#.</summary>
public sealed class ViewText(FuzzView view)
{
    private readonly StringBuilder text = new();

    private ExprText Writer { get; } = new(name => name, name => view.IsBare ? "x" : "x." + name);

    /// <summary>The record.</summary>
    public static string Of(FuzzView view) => new ViewText(view).View();

    /// <summary>The record beside it that runs in the reference alone.</summary>
    public static string CompanionOf(FuzzView view) => new ViewText(view).Companion();

    private string View()
    {
        text.Append(CultureInfo.InvariantCulture, $"[FeatureView(\"{view.Name.ToLowerInvariant()}\")]\npublic sealed partial record {view.Name}\n{{\n");
        foreach (var key in Declared())
        {
            text.Append("    [EntityKey] ").Append(KeyType(key).Digits).Append("public ").Append(KeyType(key).Text).Append(' ').Append(key.Property).Append(" { get; init; }").Append(KeyType(key).Kind == Kind.String ? " = \"\";" : "").Append('\n');
        }

        foreach (var feature in view.Features)
        {
            var type = feature.Value.Production.TypeText ?? feature.Value.Type.Text;
            text.Append("    ").Append(DigitsOf(feature, type)).Append("public ").Append(type).Append(' ').Append(feature.Name).Append(" { get; init; }")
                .Append(feature.Value.Type is { Kind: Kind.String, IsNullable: false } ? " = \"\";" : type == "float[]" ? " = [];" : feature.Value.Type.Kind == Kind.Composite && !type.EndsWith('?') ? $" = {type}.Empty;" : "").Append('\n');
        }

        AppendDefine(view.Name);
        foreach (var (key, i) in view.Keys.Select((k, i) => (k, i)))
        {
            text.Append("            ").Append(key.Property).Append(" = ").Append(KeyRead(key, i)).Append(",\n");
        }

        foreach (var feature in view.Features)
        {
            text.Append("            ").Append(feature.Name).Append(" = ").Append(Writer.Of(feature.Value)).Append(",\n");
        }

        return text.Append("        };\n}\n").ToString();
    }

    private string Companion()
    {
        var inexact = view.Features.Where(f => f.Value.Production.Magnitude is not null).ToList();
        text.Append("public sealed record ").Append(view.Name).Append("Companion\n{\n    public bool Seen { get; init; }\n");
        foreach (var feature in inexact)
        {
            text.Append("    public double? ").Append(feature.Name).Append("Magnitude { get; init; }\n");
        }

        AppendKeyMethods();
        AppendDefine(view.Name + "Companion");
        text.Append("            Seen = ").Append(Seen()).Append(",\n");
        foreach (var feature in inexact)
        {
            text.Append("            ").Append(feature.Name).Append("Magnitude = ").Append(Writer.MagnitudeOf(feature.Value)).Append(",\n");
        }

        return text.Append("        };\n}\n").ToString();
    }

    private void AppendKeyMethods()
    {
        var type = view.Keys.Count == 1 ? KeyType(view.Keys[0]).Text : view.Name + ".Key";
        var parts = view.Keys.Count == 1 ? ["key"] : view.Keys.Select(k => "key." + k.Property);
        text.Append("    public static object[] KeyParts(").Append(type).Append(" key) => [").AppendJoin(", ", parts).Append("];\n");
        text.Append("    public static IEnumerable<object?[]> KeyRows(IEnumerable<").Append(view.Events.Row).Append("> rows) => rows.Select(e => new object?[] { ")
            .AppendJoin(", ", Declared().Select(k => k.Dimension is null ? "(object?)" + Writer.Of(k.Value) : "null")).Append(" });\n");
        foreach (var (key, i) in Declared().Select((k, i) => (k, i)).Where(k => k.k.Dimension is not null))
        {
            var leaf = key.Value.Leaf;
            text.Append("    public static IEnumerable<object?> KeyValues").Append(i).Append("(IEnumerable<").Append(key.Dimension!.Row)
                .Append("> rows) => rows.Select(r => (object?)r").Append(leaf[leaf.LastIndexOf('.')..].TrimEnd(')')).Append(");\n");
        }
    }

    private void AppendDefine(string record)
    {
        var events = $"Events<{view.Events.Row}> events";
        var dimensions = view.Joins.Select(j => j.Dimension).DistinctBy(d => d.Row).Select(d => $"Dimension<{d.Row}> {d.Row.ToLowerInvariant()}");
        text.Append("\n    internal static FeatureQuery<").Append(record).Append("> Define(")
            .AppendJoin(", ", view.DimensionsFirst ? dimensions.Append(events) : dimensions.Prepend(events)).Append(") =>\n        from e in events\n");
        foreach (var clause in view.Clauses)
        {
            Append(clause);
        }

        var names = view.Clauses.Select(c => c switch { JoinClause join => join.Name, LetClause let => let.Name, _ => null }).OfType<string>();
        text.Append("        group ").Append(view.IsBare ? "e" : $"new {{ e, {string.Join(", ", names)} }}").Append(" by ").Append(GroupKey()).Append(" into g\n");
        foreach (var let in view.Lets)
        {
            text.Append("        let ").Append(let.Name).Append(" = ").Append(Writer.Of(let.Value)).Append('\n');
        }

        text.Append("        select new ").Append(record).Append("\n        {\n");
    }

    private void Append(Clause clause)
    {
        switch (clause)
        {
            case WhereClause where:
                text.Append("        where ").Append(Writer.Of(where.Condition)).Append('\n');
                break;
            case LetClause let:
                text.Append("        let ").Append(let.Name).Append(" = ").Append(Writer.Of(let.Value)).Append('\n');
                break;
            case JoinClause join:
                Append(join);
                break;
        }
    }

    private void Append(JoinClause join)
    {
        var keys = join.Dimension.Keys.ToList();
        string Right(int i) => join.Keys[i].Type.IsNullable && keys[i].Type.Kind != Kind.String
            ? $"({keys[i].Type.Text}?){join.Name}.{keys[i].Name}"
            : $"{join.Name}.{keys[i].Name}";
        var left = join.Keys.Select(Writer.Of).ToList();
        text.Append("        join ").Append(join.Name).Append(" in ").Append(join.Dimension.Row.ToLowerInvariant()).Append(" on ");
        text.Append(keys.Count == 1
            ? $"{left[0]} equals {Right(0)}"
            : $"new {{ {string.Join(", ", left.Select((l, i) => $"P{i} = {l}"))} }} equals new {{ {string.Join(", ", left.Select((_, i) => $"P{i} = {Right(i)}"))} }}");
        text.Append(join.IsOuter ? $" into {join.Name}s\n        from {join.Name} in {join.Name}s.DefaultIfEmpty()\n" : "\n");
    }

    private string GroupKey() => view.Keys.Count == 1
        ? Writer.Of(view.Keys[0].Value)
        : $"new {{ {string.Join(", ", view.Keys.Select((k, i) => $"P{i} = {Writer.Of(k.Value)}"))} }}";

    private string KeyRead(FuzzKey key, int i) => view.Keys.Count == 1
        ? "g.Key"
        : $"g.Key.P{i}{(!key.Value.Type.IsNullable ? "" : key.Value.Type.Kind == Kind.String ? "!" : "!.Value")}";

    /// <summary>Whether a row lies within the look-back of some window, from its begin to the as-of.</summary>
    private string Seen()
    {
        var windows = view.Features.SelectMany(f => f.Value.All).SelectMany(Resolved).Where(e => e.Production is { Result: Kind.Window, IsLeaf: true }).ToList();
        if (windows.Any(w => w.Production.Construct == "window.all"))
        {
            return "g.All.Any()";
        }

        var reaches = windows.Select(w => w.Production.Construct == "window.session"
            ? $"g.Last({w.Leaf[(w.Leaf.IndexOf("max: ", StringComparison.Ordinal) + 5)..]}).Any()"
            : $"g.Last({w.Leaf.Replace(", offset: ", " + ", StringComparison.Ordinal)}).Any()");
        return string.Join(" || ", reaches.Distinct()) is { Length: > 0 } seen ? seen : throw new InvalidOperationException($"{view.Name} has no window.");
    }

    private IEnumerable<Expr> Resolved(Expr expression) =>
        expression.Production.Construct is "let.window" or "let.group"
            ? view.Lets.First(l => l.Name == expression.Leaf).Value.All.SelectMany(Resolved)
            : [expression];

    private IEnumerable<FuzzKey> Declared() => view.DeclaredKeys;

    /// <summary>A feature holds what a total may be, and a list what its items may be computed to; every vector of the grammar has three numbers.</summary>
    private static string DigitsOf(FuzzFeature feature, string type) => feature.Value.Type.Kind switch
    {
        Kind.Big => feature.Value.Type.Digits,
        Kind.Decimal => "[Decimal(18, 2)] ",
        _ when type.StartsWith("float[]", StringComparison.Ordinal) => "[Vector(3)] ",
        _ => type.Contains("<decimal", StringComparison.Ordinal) ? "[Decimal(18, 2)] " : "",
    };

    private static FuzzType KeyType(FuzzKey key) => key.Value.Type with { IsNullable = false };
}
