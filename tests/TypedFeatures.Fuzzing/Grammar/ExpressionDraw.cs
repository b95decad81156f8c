using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>What an expression has to be.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Level">Where it stands.</param>
/// <param name="Nulls">Whether it may be null.</param>
/// <param name="Depth">How deep it may grow.</param>
public sealed record Ask(Kind Kind, Level Level, Nulls Nulls, int Depth)
{
    /// <summary>Whether computing it may fail.</summary>
    public bool MayFail { get; init; } = true;

    /// <summary>Whether what windows compute of their rows may fail: only where it is always computed.</summary>
    public bool RowsMayFail { get; init; } = true;

    /// <summary>Whether integer totals, which may not fit, are allowed.</summary>
    public bool Totals { get; init; } = true;
}

/// <summary>Draws expressions that are well typed and that no analyzer refuses.</summary>
public sealed class ExpressionDraw(Random random, Scope scope, Func<string, double> interest)
{
    private const int Tries = 8;

    /// <summary>An expression; null where there is none.</summary>
    public Expr? Draw(Ask ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var leaves = LeavesOf(ask);
        for (var i = 0; i < Tries && ask.Depth > 0; i++)
        {
            if (leaves.Count > 0 && random.Chance(ask.Level == Level.Row ? 0.3 : 0.08))
            {
                break;
            }

            if (Pick([.. Productions.Of(ask.Kind, ask.Level).Where(p => Fits(p, ask))]) is { } production && Build(production, ask) is { } built)
            {
                return built;
            }
        }

        return leaves.Count > 0 ? Pick(leaves, l => l.Production) : Fallback(ask);
    }

    /// <summary>An expression with a production at its top; null where its operands cannot be.</summary>
    public Expr? Build(Production production, Ask ask)
    {
        ArgumentNullException.ThrowIfNull(production);
        ArgumentNullException.ThrowIfNull(ask);
        if (production.IsLeaf)
        {
            return production.Result == Kind.Window && production.Construct != "let.window"
                ? new Expr(production, new FuzzType(Kind.Window, false), [], scope.LengthsOf(production.Construct))
                : LeavesOf(ask).Where(l => l.Production == production).ToList() is { Count: > 0 } leaves ? random.Pick(leaves) : null;
        }

        // Where the result has to be of a type that may be null, one operand is.
        var lifted = Enumerable.Range(0, production.Operands.Length).Where(i => !production.Operands[i].IsAside && production.Operands[i].Nulls != Nulls.Never).ToList();
        var maybe = ask.Nulls == Nulls.Maybe && production.ResultNull == ResultNull.Lifted && lifted.Count > 0 ? random.Pick(lifted) : -1;
        if (ask.Nulls == Nulls.Maybe && production.ResultNull != ResultNull.Always && maybe < 0)
        {
            return null;
        }

        var operands = new Expr[production.Operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            if (DrawOperand(production, i, ask, i == maybe) is not { } operand)
            {
                return null;
            }

            operands[i] = operand;
        }

        return operands.All(o => o.IsConstant) ? null : new Expr(production, TypeOf(production, operands), operands);
    }

    /// <summary>Whether a result of a production can be what is asked for.</summary>
    public static bool Fits(Production production, Ask ask)
    {
        ArgumentNullException.ThrowIfNull(production);
        ArgumentNullException.ThrowIfNull(ask);
        return (ask.MayFail || !production.Fails) && (ask.Totals || !production.FailsInTotal)
            && ask.Nulls switch
            {
                Nulls.Never => production.ResultNull != ResultNull.Always,
                Nulls.Maybe => production.ResultNull != ResultNull.Never,
                _ => true,
            };
    }

    private Expr? DrawOperand(Production production, int index, Ask ask, bool mustBeMaybe)
    {
        var operand = production.Operands[index];
        var isLifted = production.ResultNull == ResultNull.Lifted && !operand.IsAside;
        var nulls = mustBeMaybe ? Nulls.Maybe : ask.Nulls == Nulls.Never && isLifted ? Nulls.Never : operand.Nulls;
        if (operand.Nulls == Nulls.Maybe && nulls == Nulls.Never)
        {
            return null;
        }

        var inner = new Ask(operand.Kind, operand.OfRow ? Level.Row : ask.Level, nulls, operand.Kind == Kind.Window && ask.Kind != Kind.Window ? Math.Min(2, ask.Depth) : ask.Depth - 1)
        {
            MayFail = !operand.CannotFail && (operand.OfRow ? ask.MayFail && ask.RowsMayFail : ask.MayFail),
            RowsMayFail = ask.RowsMayFail && !operand.CannotFail && !operand.IsLazy,
            Totals = ask.Totals && !operand.CannotFail,
        };
        // A window is narrowed only by what may stand where it is used.
        inner = operand.Kind == Kind.Window ? inner with { MayFail = ask.MayFail, RowsMayFail = ask.RowsMayFail } : inner;
        for (var i = 0; i < 3; i++)
        {
            if (Draw(inner) is { } drawn && !(operand.NotConstant && drawn.IsConstant))
            {
                return drawn;
            }
        }

        return null;
    }

    private static FuzzType TypeOf(Production production, Expr[] operands) => new(production.Result, production.ResultNull switch
    {
        ResultNull.Always => true,
        ResultNull.Never => false,
        _ => operands.Where((o, i) => !production.Operands[i].IsAside).Any(o => o.Type.IsNullable),
    });

    private List<Expr> LeavesOf(Ask ask)
    {
        var leaves = scope.At(ask.Level)
            .Where(l => l.Type.Kind == ask.Kind && (ask.Nulls == Nulls.Any || l.Type.IsNullable == (ask.Nulls == Nulls.Maybe)))
            .ToList();
        if (ask.Kind == Kind.Window)
        {
            leaves.Add(Window("window.last"));
            leaves.Add(Window("window.all"));
        }
        else if (ask.Nulls != Nulls.Maybe && ask.Kind is not (Kind.Approx or Kind.Composite or Kind.Vector) && (ask.Level == Level.Row || ask.Depth < 2))
        {
            leaves.Add(scope.Constant(ask.Kind));
        }

        return leaves;
    }

    private Expr Window(string construct) =>
        new(Productions.All.First(p => p.Construct == construct), new FuzzType(Kind.Window, false), [], scope.LengthsOf(construct));

    private Expr? Fallback(Ask ask)
    {
        if (ask.Depth < -2 || ask.Kind is Kind.Composite or Kind.Vector)
        {
            return null;
        }

        var names = ask.Kind == Kind.Approx
            ? new[] { "aggregate.Average<double>", "aggregate.Sum<double>", "aggregate.Sum<float>" }
            : ask.Level == Level.Group
                ? ["Latest", "Max", "First", "Min", "Mode"]
                : new[] { Ops.OfNullable("operator.conditional", ask.Kind) };
        names = ask.Level == Level.Group && ask.Kind != Kind.Approx ? [.. names.Select(n => Ops.Of("aggregate." + n, ask.Kind))] : names;
        return Productions.Of(ask.Kind, ask.Level).Where(p => names.Contains(p.Construct) && Fits(p, ask)).Select(p => Build(p, ask with { Depth = Math.Min(ask.Depth, 0) - 1 }))
            .FirstOrDefault(e => e is not null);
    }

    private Production? Pick(IReadOnlyList<Production> productions) => productions.Count == 0 ? null : Pick(productions, p => p);

    private T Pick<T>(IReadOnlyList<T> items, Func<T, Production> productionOf)
    {
        var weights = items.Select(i => productionOf(i).Weight * interest(productionOf(i).Construct)).ToArray();
        var point = random.NextDouble() * weights.Sum();
        for (var i = 0; i < items.Count; i++)
        {
            point -= weights[i];
            if (point <= 0)
            {
                return items[i];
            }
        }

        return items[^1];
    }
}
