using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Switch expressions, whose arms are computed where they are chosen and nowhere else.</summary>
internal static class SwitchProductions
{
    public static IEnumerable<Production> All { get; } = [.. FuzzType.Scalars.SelectMany(OfKind), .. OfInputs()];

    /// <summary>Of every kind, chosen by a number.</summary>
    private static IEnumerable<Production> OfKind(Kind kind) =>
    [
        new(Of("pattern.switch", kind), kind, "({0} switch { > 3 => {1}, 0 or 1 => {2}, _ => {3} })", Input(Kind.Int), Lazy(kind), Lazy(kind), Lazy(kind)) { Weight = 0.4 },
        new(Of("pattern.switch.when", kind), kind, "({0} switch { > -2 and var {v} when {v} < 5 && {1} => {2}, _ => {3} })", Input(Kind.Int), Condition, Lazy(kind), Lazy(kind))
        {
            Weight = 0.3,
        },
    ];

    /// <summary>By what else there is to choose.</summary>
    private static IEnumerable<Production> OfInputs() =>
    [
        new("pattern.switch<of.string>", Kind.Int, "({0} switch { \"abc\" or \"a\" => {1}, \"\" => {2}, _ => {3} })", Input(Kind.String), Lazy(Kind.Int), Lazy(Kind.Int), Lazy(Kind.Int)) { Weight = 0.5 },
        new("pattern.switch<of.Hue>", Kind.String, "({0} switch { Hue.Red => {1}, > Hue.Blue => {2}, _ => {3} })", Input(Kind.Hue), Lazy(Kind.String), Lazy(Kind.String), Lazy(Kind.String)) { Weight = 0.5 },
        new("pattern.switch<of.bool>", Kind.Double, "({0} switch { true => {1}, false => {2} })", NotNull(Kind.Bool) with { IsAside = true, NotConstant = true }, Lazy(Kind.Double), Lazy(Kind.Double)) { Weight = 0.5 },
        new("pattern.switch<of.null>", Kind.Long, "({0} switch { null => {1}, < 0 => {2}, _ => {3} })", Nullable(Kind.Double) with { IsAside = true }, Lazy(Kind.Long), Lazy(Kind.Long), Lazy(Kind.Long)) { Weight = 0.5 },
        new("pattern.switch<of.tuple>", Kind.String, "(({0}, {1}) switch { (true, > 2) => {2}, (false, null) => {3}, _ => \"other\" })",
            Input(Kind.Bool) with { CannotFail = true }, Nullable(Kind.Int) with { IsAside = true, CannotFail = true }, Lazy(Kind.String), Lazy(Kind.String)) { Weight = 0.5 },
        new("pattern.switch<of.date>", Kind.Bool, "({0} switch { null => {1}, var {v} when {v}.Value.Month == 2 => {2}, _ => {3} })",
            Nullable(Kind.Date) with { IsAside = true, CannotFail = true }, Condition, Condition, Condition) { Weight = 0.5 },
    ];

    private static Operand Condition => NotNull(Kind.Bool) with { IsAside = true, IsLazy = true };

    private static Operand Input(Kind kind) => new(kind) { IsAside = true, NotConstant = true };
}
