using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Comparisons, conditions, null tests and patterns.</summary>
internal static class ConditionProductions
{
    private static readonly Kind[] Ordered = [Kind.Int, Kind.Long, Kind.Float, Kind.Double, Kind.Decimal, Kind.Big, Kind.Instant, Kind.Date, Kind.Span, Kind.Hue, Kind.Zone, Kind.Mark];

    public static IEnumerable<Production> All { get; } =
    [
        .. FuzzType.Scalars.SelectMany(Equality), .. Ordered.SelectMany(Order), .. FuzzType.Scalars.SelectMany(Choice), .. Logic(), .. NullableLogic(), .. Patterns(), .. Flags(),
    ];

    private static IEnumerable<Production> Equality(Kind kind) =>
    [
        new(Of("operator.equal", kind), Kind.Bool, "({0} == {1})", Any(kind), Aside(kind, Nulls.Any)) { ResultNull = ResultNull.Never },
        new(Of("operator.notequal", kind), Kind.Bool, "({0} != {1})", Any(kind), Aside(kind, Nulls.Any)) { ResultNull = ResultNull.Never },
        // Where a key proves that the operand is never null the test is a constant, and then what may fail is refused.
        new(Of("pattern.null", kind), Kind.Bool, "({0} is null)", Maybe(kind) with { CannotFail = true }) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new(Of("pattern.notnull", kind), Kind.Bool, "({0} is not null)", Maybe(kind) with { CannotFail = true }) { ResultNull = ResultNull.Never, Weight = 0.5 },
    ];

    private static IEnumerable<Production> Flags() =>
    [
        new("operator.flags.and", Kind.Mark, "({0} & {1})", Op(Kind.Mark) with { NotConstant = true }, Op(Kind.Mark)),
        new("operator.flags.or", Kind.Mark, "({0} | {1})", Op(Kind.Mark) with { NotConstant = true }, Op(Kind.Mark)),
        new("operator.flags.xor", Kind.Mark, "({0} ^ {1})", Op(Kind.Mark) with { NotConstant = true }, Op(Kind.Mark)),
        new("operator.flags.complement", Kind.Mark, "(~{0})", Op(Kind.Mark) with { NotConstant = true }),
        new("Enum.HasFlag", Kind.Bool, "{0}.HasFlag({1})", NotNull(Kind.Mark) with { NotConstant = true }, NotNull(Kind.Mark)),
        new("convert.flags", Kind.Int, "((int){0})", NotNull(Kind.Mark) with { NotConstant = true }),
        new("pattern.flags", Kind.Bool, "({0} is Mark.Heavy or > Mark.Upright)", Any(Kind.Mark)) { ResultNull = ResultNull.Never },
    ];

    private static IEnumerable<Production> Order(Kind kind) =>
    [
        new(Of("operator.less", kind), Kind.Bool, "({0} < {1})", Any(kind), Aside(kind, Nulls.Any)) { ResultNull = ResultNull.Never },
        new(Of("operator.lessorequal", kind), Kind.Bool, "({0} <= {1})", Any(kind), Aside(kind, Nulls.Any)) { ResultNull = ResultNull.Never },
        new(Of("operator.greater", kind), Kind.Bool, "({0} > {1})", Any(kind), Aside(kind, Nulls.Any)) { ResultNull = ResultNull.Never },
        new(Of("operator.greaterorequal", kind), Kind.Bool, "({0} >= {1})", Any(kind), Aside(kind, Nulls.Any)) { ResultNull = ResultNull.Never },
    ];

    /// <summary>Ways to choose among values of one kind, which every kind has.</summary>
    private static IEnumerable<Production> Choice(Kind kind)
    {
        var name = FuzzType.NameOf(kind);
        yield return new(Of("operator.conditional", kind), kind, "({0} ? {1} : {2})", Aside(Kind.Bool), Lazy(kind), Lazy(kind));
        yield return new(OfNullable("operator.conditional", kind), kind, $"({{0}} ? {{1}} : ({name}?)null)", Aside(Kind.Bool), Lazy(kind) with { Nulls = Nulls.Never })
        {
            ResultNull = ResultNull.Always, Weight = 0.3,
        };
        yield return new(Of("operator.coalesce", kind), kind, "({0} ?? {1})", Maybe(kind), Lazy(kind));
        if (kind == Kind.String)
        {
            yield break;
        }

        yield return new(Of("nullable.value", kind), kind, "({0}.HasValue ? {0}.Value : {1})", Maybe(kind) with { CannotFail = true }, Lazy(kind)) { Weight = 0.4 };
        yield return new(Of("nullable.ordefault", kind), kind, "{0}.GetValueOrDefault({1})", Maybe(kind), Aside(kind) with { CannotFail = true }) { ResultNull = ResultNull.Never, Weight = 0.4 };
        if (kind is not (Kind.Instant or Kind.Date or Kind.Decimal or Kind.Big))
        {
            yield return new(Of("nullable.ordefault.zero", kind), kind, "{0}.GetValueOrDefault()", Maybe(kind)) { ResultNull = ResultNull.Never, Weight = 0.3 };
        }

        yield return new(Of("pattern.declaration", kind), kind, "({0} is { } {v} ? {v} : {1})", Maybe(kind) with { CannotFail = true }, Lazy(kind)) { Weight = 0.4 };
    }

    private static IEnumerable<Production> Logic() =>
    [
        new("operator.and", Kind.Bool, "({0} && {1})", NotNull(Kind.Bool), NotNull(Kind.Bool) with { IsLazy = true }) { Weight = 2 },
        new("operator.or", Kind.Bool, "({0} || {1})", NotNull(Kind.Bool), NotNull(Kind.Bool) with { IsLazy = true }) { Weight = 2 },
        new("operator.not", Kind.Bool, "(!{0})", NotNull(Kind.Bool)) { Weight = 2 },
        new("operator.logic.and", Kind.Bool, "({0} & {1})", NotNull(Kind.Bool), NotNull(Kind.Bool) with { CannotFail = true }),
        new("operator.logic.or", Kind.Bool, "({0} | {1})", NotNull(Kind.Bool), NotNull(Kind.Bool) with { CannotFail = true }),
        new("operator.logic.xor", Kind.Bool, "({0} ^ {1})", NotNull(Kind.Bool), NotNull(Kind.Bool)),
        new("operator.equal.true", Kind.Bool, "({0} == true)", Nullable(Kind.Bool)) { ResultNull = ResultNull.Never },
    ];

    /// <summary>Three-valued logic, of which both sides are always computed.</summary>
    private static IEnumerable<Production> NullableLogic()
    {
        foreach (var (name, op) in new[] { ("and", "&"), ("or", "|"), ("xor", "^") })
        {
            yield return new($"operator.logic.nullable<{name}>", Kind.Bool, $"({{0}} {op} {{1}})", Nullable(Kind.Bool) with { CannotFail = true }, Op(Kind.Bool) with { CannotFail = true })
            {
                ResultNull = ResultNull.Always, Weight = 0.5,
            };
        }

        yield return new("operator.logic.nullable<not>", Kind.Bool, "(!{0})", Nullable(Kind.Bool)) { ResultNull = ResultNull.Always, Weight = 0.5 };
    }

    private static IEnumerable<Production> Patterns() =>
    [
        new("pattern.relational<int>", Kind.Bool, "({0} is > 1)", Any(Kind.Int)) { ResultNull = ResultNull.Never },
        new("pattern.combined<int>", Kind.Bool, "({0} is > 0 and < 5 or -1)", Any(Kind.Int)) { ResultNull = ResultNull.Never },
        new("pattern.not<long>", Kind.Bool, "({0} is not >= 2)", Any(Kind.Long)) { ResultNull = ResultNull.Never },
        new("pattern.relational<double>", Kind.Bool, "({0} is <= 2.5 or > 100)", Any(Kind.Double)) { ResultNull = ResultNull.Never },
        new("pattern.constant<string>", Kind.Bool, "({0} is \"abc\" or \"\")", Any(Kind.String)) { ResultNull = ResultNull.Never },
        new("pattern.constant<length>", Kind.Bool, "({0} is { Length: 1 or > 3 })", Any(Kind.String)) { ResultNull = ResultNull.Never },
        new("pattern.constant<Hue>", Kind.Bool, "({0} is Hue.Red or Hue.Blue)", Any(Kind.Hue)) { ResultNull = ResultNull.Never },
        new("pattern.declaration<relational>", Kind.Int, "({0} is > 0 and var {v} ? {v} : {1})", Any(Kind.Int) with { IsAside = true }, Lazy(Kind.Int)) { Weight = 0.5 },
        new("pattern.constant.null<Hue>", Kind.Bool, "({0} is Hue.Red or null)", Maybe(Kind.Hue) with { CannotFail = true }) { ResultNull = ResultNull.Never },
    ];

    private static Operand Any(Kind kind) => new(kind) { NotConstant = true };

    private static Operand Maybe(Kind kind) => new(kind, Nulls.Maybe) { IsAside = true };
}
