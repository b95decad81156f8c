using System.Globalization;
using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Fuzzing.Rows;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Draws definitions over the sources of a batch, each with some constructs that it must have.</summary>
public sealed class ViewDraw(Random random, IReadOnlyList<FuzzSource> sources, ValuePools pools, IReadOnlyList<string> lengths)
{
    private static readonly Kind[] KeyKinds =
        [Kind.Long, Kind.Int, Kind.String, Kind.Guid, Kind.Hue, Kind.Zone, Kind.Date, Kind.Bool, Kind.Instant, Kind.Span, Kind.Decimal, Kind.Big, Kind.Mark, Kind.Long, Kind.String];

    private static readonly string[] FeatureNames = ["Select", "Order", "Value", "H", "F", "EventTime", "Group", "History", "S", "Key2", "AsOf2", "IngestTime", "Total"];

    private readonly List<Clause> clauses = [];
    private Scope scope = new(random, pools, lengths);
    private HashSet<string> wanted = [];
    private int variables;

    private ExpressionDraw Expressions => new(random, scope, construct => wanted.Contains(construct) ? 25 : 1);

    /// <summary>A definition.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="constructs">What it should have; what cannot be had together is left out.</param>
    public FuzzView Draw(string name, IReadOnlyList<string> constructs)
    {
        wanted = [.. constructs];
        clauses.Clear();
        variables = 0;
        scope = new Scope(random, pools, lengths);
        var events = PickEvents();
        scope.Rows.AddRange(events.Columns.Select(c => Scope.Column("e", c, isJoined: false)));
        scope.Rows.AddRange(events.Computed.Select(p => new Expr(Leaves.Computed[p.Type.Kind], p.Type, [], $"§e§.{p.Name}")));
        scope.Rows.AddRange(scope.Patterns("e", events, isOuter: false));
        var isBare = wanted.Contains("element.bare");
        AddRows(isBare);
        var keys = DrawKeys();
        var lets = DrawGroup(keys);
        var view = new FuzzView
        {
            Name = name,
            Events = events,
            Clauses = [.. clauses],
            Keys = keys,
            KeyOrder = Order(keys.Count),
            Lets = lets,
            Features = DrawFeatures(constructs),
            DimensionsFirst = clauses.OfType<JoinClause>().Any() && (wanted.Contains("parameters.dimensionsfirst") || random.Chance(0.15)),
        };
        return view with { Lets = Used(view) };
    }

    /// <summary>The lets that a feature reads, or a let that one reads.</summary>
    private static List<GroupLet> Used(FuzzView view)
    {
        var used = new List<GroupLet>();
        foreach (var let in view.Lets.Reverse())
        {
            if (view.Features.Select(f => f.Value).Concat(used.Select(l => l.Value)).Any(value => value.All.Any(e => e.Leaf == let.Name)))
            {
                used.Insert(0, let);
            }
        }

        return used;
    }

    /// <summary>A default for many a value that is often null, so that most of what is compared is something.</summary>
    private Expr Filled(Expr value)
    {
        if (!value.Type.IsNullable || value.Type.Kind is Kind.Approx || !random.Chance(0.45))
        {
            return value;
        }

        var production = Productions.All.First(p => p.Construct == Ops.Of("operator.coalesce", value.Type.Kind));
        return new Expr(production, value.Type with { IsNullable = false }, [value, scope.Constant(value.Type.Kind)]);
    }

    private FuzzSource PickEvents()
    {
        var events = sources.Where(s => s.IsEvent).ToList();
        return events.FirstOrDefault(s => s.Constructs.Any(c => wanted.Contains(c) && !events.All(o => o.Constructs.Contains(c)))) ?? random.Pick(events);
    }

    private void AddRows(bool isBare)
    {
        if (wanted.Contains("query.where") || random.Chance(0.35))
        {
            AddWhere();
        }

        if (isBare)
        {
            return;
        }

        foreach (var (dimension, isOuter) in DrawJoins())
        {
            AddJoin(dimension, isOuter);
        }

        if (wanted.Contains("let.row") || random.Chance(0.3))
        {
            var kind = random.Pick(FuzzType.Scalars);
            if (Expressions.Draw(new Ask(kind, Level.Row, Nulls.Any, 2) { MayFail = false }) is { IsConstant: false, Operands.Count: > 0 } value)
            {
                var name = "l" + (++variables).ToString(CultureInfo.InvariantCulture);
                clauses.Add(new LetClause(name, value));
                scope.Rows.Add(new Expr(Leaves.RowLets[kind], value.Type, [], $"§{name}§"));
            }
        }

        if (random.Chance(0.15))
        {
            AddWhere();
        }
    }

    private List<(FuzzSource Dimension, bool IsOuter)> DrawJoins()
    {
        var dimensions = sources.Where(s => !s.IsEvent).ToArray();
        random.Shuffle(dimensions);
        var isOuter = wanted.Any(w => w.StartsWith("join.outer", StringComparison.Ordinal));
        var isInner = wanted.Any(w => w.StartsWith("join.inner", StringComparison.Ordinal));
        var must = dimensions.Where(d => d.Constructs.Any(wanted.Contains) || (wanted.Contains("join.composite") && d.Keys.Count() > 1)).Take(2).ToList();
        var count = Math.Max(must.Count, wanted.Contains("join.two") || (isOuter && isInner) ? 2
            : isOuter || isInner || wanted.Any(w => w.StartsWith("join.", StringComparison.Ordinal) || w is "key.dimension" or "parameters.dimensionsfirst") ? 1
            : random.Next(10) switch { < 5 => 0, < 9 => 1, _ => 2 });
        var chosen = must.Concat(dimensions.Except(must)).Take(count).ToList();
        return [.. chosen.Select((d, i) => (d, i == 0 && isOuter || (i == 1 && !isInner && isOuter) || (!isInner && random.Chance(0.5))))];
    }

    private void AddWhere()
    {
        var first = Expressions.Draw(new Ask(Kind.Bool, Level.Row, Nulls.Never, 2) { MayFail = false });
        var second = Expressions.Draw(new Ask(Kind.Bool, Level.Row, Nulls.Never, 1) { MayFail = false });
        if (first is null or { IsConstant: true } || second is null or { IsConstant: true })
        {
            return;
        }

        // Most filters let most rows through, so that windows stay populated.
        clauses.Add(new WhereClause(random.Next(10) switch
        {
            < 5 => Not(Of("operator.and", first, second)),
            < 9 => Of("operator.or", first, second),
            _ => first,
        }));

        static Expr Of(string construct, params Expr[] operands) =>
            new(Productions.All.First(p => p.Construct == construct), new FuzzType(Kind.Bool, false), operands);
        static Expr Not(Expr operand) => Of("operator.not", operand);
    }

    private void AddJoin(FuzzSource dimension, bool isOuter)
    {
        var keys = new List<Expr>();
        foreach (var key in dimension.Keys)
        {
            var leaves = scope.Rows.Where(r => r.Type.Kind == key.Type.Kind && (!isOuter || r.Production.Construct != "join.outer.guard")).ToList();
            var drawn = random.Chance(0.15)
                ? Expressions.Draw(new Ask(key.Type.Kind, Level.Row, Nulls.Any, 1) { MayFail = false })
                : leaves.Count > 0 ? random.Pick(leaves) : null;
            if (drawn is null or { IsConstant: true })
            {
                return;
            }

            keys.Add(drawn);
        }

        var name = "d" + (++variables).ToString(CultureInfo.InvariantCulture);
        clauses.Add(new JoinClause(name, dimension, keys, isOuter));
        scope.Rows.AddRange(scope.Patterns(name, dimension, isOuter));
        foreach (var column in dimension.Columns)
        {
            if (!isOuter)
            {
                scope.Rows.Add(Scope.Column(name, column, isJoined: true));
                continue;
            }

            scope.Rows.Add(new Expr(Leaves.OuterColumns[column.Type.Kind], column.Type with { IsNullable = true }, [], $"(§{name}§?.{column.Name})"));
            scope.Rows.Add(new Expr(
                Leaves.OuterGuards[column.Type.Kind], column.Type, [], $"(§{name}§ != null ? §{name}§.{column.Name} : {scope.Constant(column.Type.Kind).Leaf})"));
        }

        if (isOuter)
        {
            scope.Rows.Add(new Expr(Leaves.OuterTest, new FuzzType(Kind.Bool, false), [], $"(§{name}§ == null)"));
        }
    }

    private List<FuzzKey> DrawKeys()
    {
        var count = wanted.Contains("key.3") ? 3 : wanted.Contains("key.2") ? 2 : wanted.Contains("key.1") ? 1 : random.Next(10) switch { < 7 => 1, < 9 => 2, _ => 3 };
        var shapes = new[] { "key.dimension", "key.computed", "key.nullable", "key.column" };
        var keys = new List<FuzzKey>();
        var asked = new Queue<string>(shapes.Where(wanted.Contains));
        for (var tries = 0; keys.Count < count && tries < 40; tries++)
        {
            var shape = asked.Count > 0 ? asked.Dequeue() : random.Pick(["key.column", "key.column", "key.nullable", "key.computed", "key.dimension"]);
            if (DrawKey(shape, random.Pick(KeyKinds)) is { } key && keys.All(k => k.Value != key.Value && k.Value.Leaf != key.Value.Leaf || k.Value.Operands.Count > 0))
            {
                keys.Add(key with { Property = $"Id{keys.Count}" });
            }
        }

        return keys;
    }

    private FuzzKey? DrawKey(string shape, Kind kind)
    {
        switch (shape)
        {
            case "key.dimension":
                var joined = scope.Rows.Where(r => r.Type.Kind == kind && r.Production.Construct is "join.inner.column" or "join.outer.conditionalaccess" && KeyKinds.Contains(r.Type.Kind)).ToList();
                if (joined.Count == 0)
                {
                    return null;
                }

                var leaf = random.Pick(joined);
                var variable = leaf.Leaf.Split('§')[1];
                return new FuzzKey("", leaf, clauses.OfType<JoinClause>().First(j => j.Name == variable).Dimension);
            case "key.computed" when kind is Kind.Decimal or Kind.Big:
                // Its digits say what a key's property must declare.
                return null;
            case "key.computed":
                scope.OnlyEvent = true;
                var computed = Expressions.Draw(new Ask(kind, Level.Row, Nulls.Any, 2) { MayFail = false });
                scope.OnlyEvent = false;
                return computed is { Operands.Count: > 0, IsConstant: false } ? new FuzzKey("", computed, null) : null;
            default:
                var columns = scope.Rows.Where(r => r.Type.Kind == kind && r.Leaf.StartsWith("§e§.", StringComparison.Ordinal) && r.Type.IsNullable == (shape == "key.nullable")).ToList();
                return columns.Count > 0 ? new FuzzKey("", random.Pick(columns), null) : null;
        }
    }

    private List<int> Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return [.. order];
    }

    private List<GroupLet> DrawGroup(List<FuzzKey> keys)
    {
        scope.Groups.Add(new Expr(Leaves.AsOf, new FuzzType(Kind.Instant, false), [], "g.AsOf"));
        foreach (var (key, i) in keys.Select((k, i) => (k, i)))
        {
            var read = keys.Count == 1
                ? key.Value.Type.Kind == Kind.String && key.Value.Type.IsNullable ? "g.Key!" : "g.Key"
                : $"g.Key.P{i}{(!key.Value.Type.IsNullable ? "" : key.Value.Type.Kind == Kind.String ? "!" : "!.Value")}";
            scope.Groups.Add(new Expr(Leaves.Keys[key.Value.Type.Kind], key.Value.Type with { IsNullable = false }, [], read));
        }

        var lets = new List<GroupLet>();
        for (var i = 0; i < 2; i++)
        {
            if ((i == 0 && wanted.Contains("let.window")) || random.Chance(0.35))
            {
                AddLet(Kind.Window);
            }
        }

        if (wanted.Contains("let.group") || random.Chance(0.25))
        {
            AddLet(random.Pick(FuzzType.Scalars));
        }

        return lets;

        void AddLet(Kind kind)
        {
            var ask = new Ask(kind, Level.Group, Nulls.Any, 2) { MayFail = false, RowsMayFail = false, Totals = false };
            if (Expressions.Draw(ask) is not { IsConstant: false } value || value.Production.IsLeaf && kind != Kind.Window || value.Production.Construct == "let.window")
            {
                return;
            }

            var name = "w" + (++variables).ToString(CultureInfo.InvariantCulture);
            lets.Add(new GroupLet(name, value));
            scope.Groups.Add(new Expr(kind == Kind.Window ? Leaves.WindowLet : Leaves.GroupLets[kind], value.Type, [], name));
        }
    }

    private List<FuzzFeature> DrawFeatures(IReadOnlyList<string> constructs)
    {
        var names = new Names(random, FeatureNames);
        var features = new List<FuzzFeature>();
        foreach (var construct in constructs)
        {
            if (Planted(construct) is { } planted)
            {
                features.Add(new(names.Next(), Filled(planted)));
            }
        }

        var count = Math.Max(features.Count + 1, random.Next(3, 8));
        for (var tries = 0; tries < 60 && (features.Count < count || !HasWindow(features)); tries++)
        {
            var kind = random.Next(20) switch { < 3 => Kind.Approx, 3 => Kind.Composite, _ => random.Pick(FuzzType.Scalars) };
            if (Expressions.Draw(new Ask(kind, Level.Group, random.Chance(0.6) ? Nulls.Never : Nulls.Any, random.Next(1, 4))) is { Production.IsLeaf: false } value)
            {
                features.Add(new(names.Next(), Filled(value)));
            }
        }

        return features;
    }

    private bool HasWindow(List<FuzzFeature> features) => features.Any(f => f.Value.All.Any(e => e.Type.Kind == Kind.Window));

    /// <summary>A feature that has a construct somewhere; null where it is no part of an expression, or not here.</summary>
    private Expr? Planted(string construct)
    {
        foreach (var production in Candidates(construct))
        {
            for (var i = 0; i < 6; i++)
            {
                var level = production.Level == Level.Group ? Level.Group : production.Level == Level.Row || random.Chance(0.7) ? Level.Row : Level.Group;
                var ask = new Ask(production.Result, level, Nulls.Any, random.Next(1, 3));
                if (Expressions.Build(production, ask) is { } built && Lifted(built, level) is { } feature)
                {
                    return feature;
                }
            }
        }

        return null;
    }

    private IEnumerable<Production> Candidates(string construct)
    {
        var candidates = Productions.All.Concat(Leaves.All).Where(p => p.Construct == construct).ToArray();
        random.Shuffle(candidates);
        return candidates;
    }

    /// <summary>A feature out of what was planted.</summary>
    private Expr? Lifted(Expr expression, Level level)
    {
        if (level == Level.Group && expression.Type.Kind != Kind.Window)
        {
            return expression.IsConstant || expression.Production.IsLeaf && expression.Production.Construct.StartsWith("constant", StringComparison.Ordinal) ? null : expression;
        }

        if (expression.Type.Kind == Kind.Window)
        {
            return Aggregate("aggregate.Count", expression);
        }

        if (expression.IsConstant)
        {
            // A literal beside a column.
            var column = scope.Rows.Where(r => r.Type.Kind == expression.Type.Kind).ToList();
            expression = column.Count == 0 ? expression : new Expr(
                Productions.All.First(p => p.Construct == Ops.Of("operator.equal", expression.Type.Kind)), new FuzzType(Kind.Bool, false), [random.Pick(column), expression]);
        }

        var name = expression.Type.Kind == Kind.Vector ? $"aggregate.{random.Pick(["Sum", "Average", "Latest", "First"])}<vector>"
            : expression.Type is { Kind: Kind.Bool, IsNullable: false } && random.Chance(0.6) ? "aggregate.Count.predicate"
            : Ops.Of("aggregate." + random.Pick(["Latest", "Max", "Min", "First", "Mode", "CountDistinct"]), expression.Type.Kind);
        return Aggregate(name, Expressions.Draw(new Ask(Kind.Window, Level.Group, Nulls.Never, 0))!, expression);
    }

    private static Expr Aggregate(string construct, params Expr[] operands)
    {
        var production = Productions.All.First(p => p.Construct == construct);
        return new Expr(production, new FuzzType(production.Result, production.ResultNull == ResultNull.Always), operands);
    }
}
