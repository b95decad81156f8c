using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Arithmetic, conversions and functions of numbers.</summary>
internal static class NumberProductions
{
    public static IEnumerable<Production> All { get; } = [.. Integers(Kind.Int), .. Integers(Kind.Long), .. Bits(Kind.Int), .. Bits(Kind.Long), .. Doubles(), .. Conversions(), .. Functions()];

    private static IEnumerable<Production> Integers(Kind kind) =>
    [
        new(Of("operator.add", kind), kind, "checked({0} + {1})", NotAll(kind), Op(kind)) { Fails = true },
        new(Of("operator.subtract", kind), kind, "checked({0} - {1})", NotAll(kind), Op(kind)) { Fails = true },
        new(Of("operator.multiply", kind), kind, "checked({0} * {1})", NotAll(kind), Op(kind)) { Fails = true },
        // Not of null: of checked(-(x?.Length)) the C# compiler (Roslyn 4.14) makes an invalid program.
        new(Of("operator.negate", kind), kind, "checked(-{0})", NotAll(kind) with { Nulls = Nulls.Never }) { Fails = true },
        new(Of("operator.plus", kind), kind, "(+{0})", NotAll(kind)) { Weight = 0.3 },
        new(Of("operator.divide.constant", kind), kind, "({0} / 3)", NotAll(kind)),
        new(Of("operator.remainder.constant", kind), kind, "({0} % 5)", NotAll(kind)),
        new(Of("operator.divide.guarded", kind), kind, "({1} != 0 ? {0} / {1} : {2})", NotAll(kind) with { IsLazy = true }, NotAll(kind), Lazy(kind)) { Fails = true },
        new(Of("operator.remainder.guarded", kind), kind, "({1} != 0 ? {0} % {1} : {2})", NotAll(kind) with { IsLazy = true }, NotAll(kind), Lazy(kind)) { Fails = true },
        new(Of("Math.Abs", kind), kind, "Math.Abs({0})", NotNull(kind) with { NotConstant = true }) { Fails = true },
        new(Of("Math.Min", kind), kind, "Math.Min({0}, {1})", NotNull(kind) with { NotConstant = true }, NotNull(kind)),
        new(Of("Math.Max", kind), kind, "Math.Max({0}, {1})", NotNull(kind) with { NotConstant = true }, NotNull(kind)),
    ];

    /// <summary>The bits of integers, and what else is computed of their signs.</summary>
    private static IEnumerable<Production> Bits(Kind kind)
    {
        var name = FuzzType.NameOf(kind);
        yield return new($"operator.bits<{name}.and>", kind, "({0} & {1})", NotAll(kind), Op(kind)) { Weight = 0.4 };
        yield return new($"operator.bits<{name}.or>", kind, "({0} | {1})", NotAll(kind), Op(kind)) { Weight = 0.4 };
        yield return new($"operator.bits<{name}.xor>", kind, "({0} ^ {1})", NotAll(kind), Op(kind)) { Weight = 0.4 };
        yield return new($"operator.bits<{name}.complement>", kind, "(~{0})", NotAll(kind)) { Weight = 0.4 };
        yield return new(Of("operator.shift", kind), kind, kind is Kind.Int ? "({0} >> 3)" : "({0} >> 33)", NotAll(kind)) { Weight = 0.5 };
        yield return new(Of("Math.Sign", kind), Kind.Int, "Math.Sign({0})", NotNull(kind) with { NotConstant = true }) { Weight = 0.5 };
        yield return new(Of("Math.Clamp", kind), kind, kind is Kind.Int ? "Math.Clamp({0}, -5, 100)" : "Math.Clamp({0}, -1L, 4294967297L)", NotNull(kind) with { NotConstant = true }) { Weight = 0.5 };
    }

    private static IEnumerable<Production> Doubles() =>
    [
        new("operator.add<double>", Kind.Double, "({0} + {1})", NotAll(Kind.Double), Op(Kind.Double)),
        new("operator.subtract<double>", Kind.Double, "({0} - {1})", NotAll(Kind.Double), Op(Kind.Double)),
        new("operator.multiply<double>", Kind.Double, "({0} * {1})", NotAll(Kind.Double), Op(Kind.Double)),
        new("operator.divide.constant<double>", Kind.Double, "({0} / 3d)", NotAll(Kind.Double)),
        new("operator.divide.guarded<double>", Kind.Double, "({1} != 0 ? {0} / {1} : {2})", NotAll(Kind.Double) with { IsLazy = true }, NotAll(Kind.Double), Lazy(Kind.Double)),
        new("operator.negate<double>", Kind.Double, "(-{0})", NotAll(Kind.Double)),
        new("Math.Abs<double>", Kind.Double, "Math.Abs({0})", NotNull(Kind.Double) with { NotConstant = true }),
        new("Math.Min<double>", Kind.Double, "Math.Min({0}, {1})", NotNull(Kind.Double) with { NotConstant = true }, NotNull(Kind.Double)),
        new("Math.Max<double>", Kind.Double, "Math.Max({0}, {1})", NotNull(Kind.Double) with { NotConstant = true }, NotNull(Kind.Double)),
        new("Math.Round", Kind.Double, "Math.Round({0})", NotNull(Kind.Double) with { NotConstant = true }),
        new("Math.Truncate", Kind.Double, "Math.Truncate({0})", NotNull(Kind.Double) with { NotConstant = true }),
        new("Math.Clamp<double>", Kind.Double, "Math.Clamp({0}, -0.5d, 1e10d)", NotNull(Kind.Double) with { NotConstant = true }) { Weight = 0.5 },
        // Of doubles that are no NaN, of which .NET has no sign.
        new("Math.Sign<float>", Kind.Int, "Math.Sign((double){0})", NotNull(Kind.Float) with { NotConstant = true }) { Weight = 0.5 },
        new("Math.Sign<big>", Kind.Int, "Math.Sign((double){0})", NotNull(Kind.Big) with { NotConstant = true }) { Weight = 0.5 },
        new("Math.Floor", Kind.Double, "Math.Floor({0})", NotNull(Kind.Double) with { NotConstant = true }),
        new("Math.Ceiling", Kind.Double, "Math.Ceiling({0})", NotNull(Kind.Double) with { NotConstant = true }),
    ];

    private static IEnumerable<Production> Conversions() =>
    [
        new("convert.int.long", Kind.Long, "((long){0})", NotAll(Kind.Int) with { Nulls = Nulls.Never }),
        new("convert.int.long?", Kind.Long, "((long?){0})", Nullable(Kind.Int)),
        new("convert.int.double", Kind.Double, "((double){0})", NotAll(Kind.Int) with { Nulls = Nulls.Never }),
        new("convert.long.double", Kind.Double, "((double){0})", NotAll(Kind.Long) with { Nulls = Nulls.Never }),
        new("convert.long.double?", Kind.Double, "((double?){0})", Nullable(Kind.Long)),
        new("convert.float.double", Kind.Double, "((double){0})", NotAll(Kind.Float) with { Nulls = Nulls.Never }),
        new("convert.float.double?", Kind.Double, "((double?){0})", Nullable(Kind.Float)),
        new("convert.double.long", Kind.Long, "checked((long){0})", NotAll(Kind.Double) with { Nulls = Nulls.Never }) { Fails = true },
        new("convert.double.int", Kind.Int, "checked((int){0})", NotAll(Kind.Double) with { Nulls = Nulls.Never }) { Fails = true },
        new("convert.long.int", Kind.Int, "checked((int){0})", NotAll(Kind.Long) with { Nulls = Nulls.Never }) { Fails = true },
        new("convert.enum<Hue>", Kind.Int, "((int){0})", NotAll(Kind.Hue) with { Nulls = Nulls.Never }) { Weight = 0.5 },
        new("convert.enum<Hue?>", Kind.Int, "((int?){0})", Nullable(Kind.Hue)) { Weight = 0.5 },
        new("convert.enum<Zone>", Kind.Long, "((long){0})", NotAll(Kind.Zone) with { Nulls = Nulls.Never }) { Weight = 0.5 },
        new("convert.enum<double>", Kind.Double, "((double){0})", NotAll(Kind.Zone) with { Nulls = Nulls.Never }) { Weight = 0.5 },
        new("convert.long.int?", Kind.Int, "checked((int?){0})", Nullable(Kind.Long)) { Fails = true },
    ];

    private static IEnumerable<Production> Functions() =>
    [
        new("number.ratio", Kind.Double, "Numeric.Ratio({0}, {1})", NotAll(Kind.Double), Op(Kind.Double)) { ResultNull = ResultNull.Always },
        new("number.sqrt", Kind.Double, "Numeric.Sqrt({0})", NotAll(Kind.Double)) { ResultNull = ResultNull.Always },
    ];

    private static Operand NotAll(Kind kind) => new(kind) { NotConstant = true };
}
