using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Windows and what is computed over them.</summary>
internal static class WindowProductions
{
    private static readonly Kind[] Integers = [Kind.Int, Kind.Long, Kind.Span, Kind.Decimal, Kind.Big];

    public static IEnumerable<Production> All { get; } =
    [
        .. Windows(), .. Counts(), .. FuzzType.Scalars.SelectMany(OfAnyKind), .. Integers.Select(IntegerSum),
        .. new[] { Kind.Int, Kind.Long }.Select(IntegerAverage), .. new[] { Kind.Float, Kind.Double }.SelectMany(Floating), .. Inexact(), .. Transcendental(),
        .. Shapes(), .. Statistics(), .. Times(),
    ];

    private static IEnumerable<Production> Windows() =>
    [
        new("window.last", Kind.Window, "g.Last({d})") { Level = Level.Group, ResultNull = ResultNull.Never, Weight = 4 },
        new("window.all", Kind.Window, "g.All") { Level = Level.Group, ResultNull = ResultNull.Never, Weight = 2 },
        new("window.where", Kind.Window, "{0}.Where(x => {1})", Window, Row(Kind.Bool, Nulls.Never)) { Level = Level.Group, ResultNull = ResultNull.Never, Weight = 1.5 },
    ];

    private static IEnumerable<Production> Counts() =>
    [
        OfWindow("aggregate.Count", Kind.Long, "{0}.Count()"),
        OfWindow("aggregate.Count.predicate", Kind.Long, "{0}.Count(x => {1})", Row(Kind.Bool, Nulls.Never)),
        OfWindow("aggregate.Any", Kind.Bool, "{0}.Any()"),
        OfWindow("aggregate.Any.predicate", Kind.Bool, "{0}.Any(x => {1})", Row(Kind.Bool, Nulls.Never)),
        OfWindow("aggregate.All.predicate", Kind.Bool, "{0}.All(x => {1})", Row(Kind.Bool, Nulls.Never)),
    ];

    private static IEnumerable<Production> OfAnyKind(Kind kind)
    {
        foreach (var name in new[] { "Min", "Max", "Latest", "First", "Mode" })
        {
            yield return OfWindow(Of("aggregate." + name, kind), kind, $"{{0}}.{name}(x => {{1}})", Row(kind)) with { ResultNull = ResultNull.Always };
        }

        yield return OfWindow(Of("aggregate.CountDistinct", kind), Kind.Long, "{0}.CountDistinct(x => {1})", Row(kind));
    }

    private static Production IntegerSum(Kind kind) =>
        OfWindow(Of("aggregate.Sum", kind), kind, "{0}.Sum(x => {1})", Row(kind)) with { FailsInTotal = true };

    private static Production IntegerAverage(Kind kind) =>
        OfWindow(Of("aggregate.Average", kind), Kind.Double, "{0}.Average(x => {1})", Row(kind)) with { ResultNull = ResultNull.Always };

    private static IEnumerable<Production> Floating(Kind kind) =>
    [
        OfWindow(Of("aggregate.Sum", kind), Kind.Approx, "{0}.Sum(x => {1})", Row(kind)) with { Magnitude = "{0}.Sum(x => Magnitude.Of({1}))" },
        OfWindow(Of("aggregate.Average", kind), Kind.Approx, "{0}.Average(x => {1})", Row(kind)) with
        {
            ResultNull = ResultNull.Always, Magnitude = "{0}.Sum(x => Magnitude.Of({1}))",
        },
    ];

    /// <summary>What may be done with a value that is right within a tolerance.</summary>
    private static IEnumerable<Production> Inexact() =>
    [
        new("inexact.add", Kind.Approx, "({0} + {1})", Op(Kind.Approx), Op(Kind.Approx)) { Level = Level.Group, Magnitude = "({m0} + {m1})", Weight = 0.5 },
        new("inexact.subtract", Kind.Approx, "({0} - {1})", Op(Kind.Approx), Op(Kind.Approx)) { Level = Level.Group, Magnitude = "({m0} + {m1})", Weight = 0.5 },
        new("inexact.scale", Kind.Approx, "({0} * 2.5)", Op(Kind.Approx)) { Level = Level.Group, Magnitude = "({m0} * 2.5)", Weight = 0.5 },
        new("inexact.negate", Kind.Approx, "(-{0})", Op(Kind.Approx)) { Level = Level.Group, Magnitude = "{m0}", Weight = 0.5 },
        new("inexact.abs", Kind.Approx, "Math.Abs({0})", NotNull(Kind.Approx)) { Level = Level.Group, Magnitude = "{m0}", Weight = 0.5 },
        new("inexact.max", Kind.Approx, "Math.Max({0}, {1})", NotNull(Kind.Approx), NotNull(Kind.Approx)) { Level = Level.Group, Magnitude = "({m0} + {m1})", Weight = 0.5 },
        new("inexact.coalesce", Kind.Approx, "({0} ?? {1})", new Operand(Kind.Approx, Nulls.Maybe) { IsAside = true }, Lazy(Kind.Approx))
        {
            Level = Level.Group, Magnitude = "({m0} + {m1})",
        },
        new("inexact.conditional", Kind.Approx, "({0} ? {1} : {2})", Aside(Kind.Bool), Lazy(Kind.Approx), Lazy(Kind.Approx))
        {
            Level = Level.Group, Magnitude = "({m1} + {m2})", Weight = 0.5,
        },
    ];

    /// <summary>Logarithms and powers, which engines compute with libraries of their own: as exact as their own size.</summary>
    private static IEnumerable<Production> Transcendental()
    {
        foreach (var call in new[] { "Numeric.Log({0})", "Numeric.Log2({0})", "Numeric.Log10({0})", "Numeric.Exp({0})", "Numeric.Pow({0}, {1})" })
        {
            Operand[] operands = [Op(Kind.Double) with { NotConstant = true }, .. call.Contains("{1}", StringComparison.Ordinal) ? [Op(Kind.Double)] : Array.Empty<Operand>()];
            yield return new($"inexact.function<{call[8..call.IndexOf('(', StringComparison.Ordinal)]}>", Kind.Approx, call, operands)
            {
                Level = Level.Group, ResultNull = ResultNull.Always, Magnitude = $"(Magnitude.Of({call}) ?? 0d)", Weight = 0.4,
            };
        }

        yield return OfWindow("aggregate.Sum<log>", Kind.Approx, "{0}.Sum(x => Numeric.Log({1}))", Row(Kind.Double)) with
        {
            Magnitude = "{0}.Sum(x => Magnitude.Of(Numeric.Log({1})))", Weight = 0.5,
        };
    }

    private static IEnumerable<Production> Shapes() =>
    [
        new("window.last.offset", Kind.Window, "g.Last({d})") { Level = Level.Group, ResultNull = ResultNull.Never, Weight = 0.7 },
        new("window.last.tile", Kind.Window, "g.Last({d})") { Level = Level.Group, ResultNull = ResultNull.Never, Weight = 0.7 },
        new("window.session", Kind.Window, "g.CurrentSession({d})") { Level = Level.Group, ResultNull = ResultNull.Never, Weight = 0.7 },
    ];

    /// <summary>Their magnitude counts the squares: a spread is as exact as what is squared.</summary>
    private static IEnumerable<Production> Statistics()
    {
        foreach (var name in new[] { "Variance", "StandardDeviation", "PopulationVariance", "PopulationStandardDeviation", "Median" })
        {
            yield return OfWindow("aggregate." + name, Kind.Approx, $"{{0}}.{name}(x => {{1}})", Row(Kind.Double)) with
            {
                ResultNull = ResultNull.Always, Magnitude = "{0}.Sum(x => Magnitude.OfSquare({1}))", Weight = 0.8,
            };
        }

        yield return OfWindow("aggregate.Percentile", Kind.Approx, "{0}.Percentile(x => {1}, 0.9)", Row(Kind.Double)) with
        {
            ResultNull = ResultNull.Always, Magnitude = "{0}.Sum(x => Magnitude.Of({1}))",
        };
        yield return OfWindow("aggregate.DecayedSum", Kind.Approx, "{0}.DecayedSum(x => {1}, Days(1))", Row(Kind.Double)) with
        {
            Magnitude = "{0}.Sum(x => Magnitude.Of({1}))",
        };
    }

    private static IEnumerable<Production> Times() =>
    [
        OfWindow("aggregate.TimeSinceFirst", Kind.Span, "{0}.TimeSinceFirst()") with { ResultNull = ResultNull.Always },
        OfWindow("aggregate.TimeSinceLast", Kind.Span, "{0}.TimeSinceLast()") with { ResultNull = ResultNull.Always },
    ];

    private static Production OfWindow(string construct, Kind result, string text, params Operand[] row) =>
        new(construct, result, text, [Window, .. row]) { Level = Level.Group, ResultNull = ResultNull.Never, Weight = 1.2 };
}
