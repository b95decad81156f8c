using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>
/// What decimals do. Sums are of columns alone, or of a total and a constant, so that their digits are proven to fit however they are put together.
/// </summary>
internal static class DecimalProductions
{
    public static IEnumerable<Production> All { get; } = [.. Sums(), .. Scales(), .. Conversions()];

    private static IEnumerable<Production> Sums() =>
    [
        new("operator.add<decimal>", Kind.Decimal, "({0} + {1})", NotAll(Kind.Decimal), Op(Kind.Decimal)) { Level = Level.Row },
        new("operator.subtract<decimal>", Kind.Decimal, "({0} - {1})", NotAll(Kind.Decimal), Op(Kind.Decimal)) { Level = Level.Row },
        new("operator.negate<decimal>", Kind.Decimal, "(-{0})", NotAll(Kind.Decimal)),
        new("operator.negate<big>", Kind.Big, "(-{0})", NotAll(Kind.Big)),
        new("operator.add.constant<decimal>", Kind.Decimal, "({0} + 12.34m)", NotAll(Kind.Decimal)) { Level = Level.Group },
        new("operator.subtract.totals<decimal>", Kind.Decimal, "({0}.Sum(x => {1}) - {0}.Sum(x => {2}))", Window, Row(Kind.Decimal), Row(Kind.Decimal))
        {
            Level = Level.Group, ResultNull = ResultNull.Never, FailsInTotal = true,
        },
        new("operator.coalesce.zero<decimal>", Kind.Decimal, "({0} ?? 0m)", Nullable(Kind.Decimal)) { ResultNull = ResultNull.Never },
        new("operator.coalesce.zero<big>", Kind.Big, "({0} ?? 0)", Nullable(Kind.Big)) { ResultNull = ResultNull.Never },
    ];

    private static IEnumerable<Production> Scales() =>
    [
        new("operator.add.scales", Kind.Big, "({0} + 0.0001m)", NotAll(Kind.Decimal)) { Level = Level.Row },
        new("operator.less.scales", Kind.Bool, "({0} < {1})", NotAll(Kind.Decimal), Aside(Kind.Big, Nulls.Any)) { ResultNull = ResultNull.Never },
        new("operator.equal.scales", Kind.Bool, "({0} == {1})", NotAll(Kind.Big), Aside(Kind.Decimal, Nulls.Any)) { ResultNull = ResultNull.Never },
        new("operator.greater.finer", Kind.Bool, "({0} > 0.00005m)", NotAll(Kind.Big)) { ResultNull = ResultNull.Never },
        new("operator.notequal.finer", Kind.Bool, "({0} != 1.0000000m)", NotAll(Kind.Big)) { ResultNull = ResultNull.Never },
        new("operator.lessorequal.long", Kind.Bool, "({0} <= {1})", NotAll(Kind.Big), Aside(Kind.Long, Nulls.Any) with { NotConstant = true }) { ResultNull = ResultNull.Never },
        new("operator.equal.int", Kind.Bool, "({0} == {1})", NotAll(Kind.Decimal), Aside(Kind.Int, Nulls.Any)) { ResultNull = ResultNull.Never },
        new("pattern.relational<decimal>", Kind.Bool, "({0} is > 0 and < 2.25m or -1)", NotAll(Kind.Decimal)) { ResultNull = ResultNull.Never },
    ];

    private static IEnumerable<Production> Conversions() =>
    [
        new("convert.decimal.double", Kind.Double, "((double){0})", NotAll(Kind.Decimal) with { Nulls = Nulls.Never }),
        new("convert.big.double", Kind.Double, "((double){0})", NotAll(Kind.Big) with { Nulls = Nulls.Never }),
        new("convert.big.double?", Kind.Double, "((double?){0})", Nullable(Kind.Big)),
        new("convert.big.long", Kind.Long, "((long){0})", NotAll(Kind.Big) with { Nulls = Nulls.Never }),
        new("convert.decimal.long?", Kind.Long, "((long?){0})", Nullable(Kind.Decimal)),
        new("convert.decimal.int", Kind.Int, "((int){0})", NotAll(Kind.Decimal) with { Nulls = Nulls.Never }) { Fails = true },
        new("convert.int.decimal", Kind.Decimal, "((decimal){0} + 0.00m)", NotAll(Kind.Int) with { Nulls = Nulls.Never }),
        new("convert.int.decimal?", Kind.Decimal, "((decimal?){0} + 0.00m)", Nullable(Kind.Int)),
    ];

    private static Operand NotAll(Kind kind) => new(kind) { NotConstant = true };
}
