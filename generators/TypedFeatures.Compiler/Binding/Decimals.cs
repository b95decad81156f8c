using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// What decimals may do, and what comes of it. A decimal expression knows its scale, and how many units it can be at most, so that sums are proven to fit instead of
/// checked when they are computed: the definition that runs in memory has no such check. Its values have, in memory too, exactly their scale (.NET keeps trailing
/// zeros) unless they are zero; on that depends to the bit what they are as doubles, and where a total has too many digits.
/// </summary>
internal static class Decimals
{
    /// <summary>The type of an integer as a decimal, with as little room as it can need.</summary>
    public static ScalarType TypeOf(Scalar integer) => ScalarType.DecimalWithin(LimitOf(integer), 0) with { IsNullable = integer.Type.IsNullable };

    /// <summary>A constant; null where it has more digits than decimals here have.</summary>
    public static Constant? ConstantOf(decimal value)
    {
        var bits = decimal.GetBits(value);
        var scale = (bits[3] >> 16) & 0xFF;
        var isNegative = bits[3] < 0;
        if (bits[2] != 0 || bits[1] < 0 || scale > ScalarType.MostDigits)
        {
            return null;
        }

        var units = ((long)bits[1] << 32) | (uint)bits[0];
        return units > ScalarType.MostUnits ? null : new Constant(ScalarType.DecimalWithin(units, scale), isNegative ? -units : units);
    }

    /// <summary>The same value in units of a finer scale; null where it might not fit.</summary>
    public static Scalar? Rescale(Scalar value, int scale) =>
        value.Type.Scale == scale ? value
        : value.Type.LimitAt(scale) is not { } limit ? null
        : value is Constant constant ? new Constant(constant.Type with { Scale = scale, Limit = limit }, constant.Value is long units ? units * ScalarType.PowerOfTen(scale - constant.Type.Scale) : null)
        : new Conversion(value.Type with { Scale = scale, Limit = limit }, value);

    /// <summary>
    /// Whether the value has its scale in memory, even where it is zero: the total of nothing is a zero without digits after the point, and so may be the constant that
    /// stands for a missing value.
    /// </summary>
    public static bool HasItsScale(Scalar value) => value switch
    {
        Aggregate { Kind: AggregateKind.Sum } => false,
        Aggregate aggregate => aggregate.Argument is { } argument && HasItsScale(argument),
        Unary unary => HasItsScale(unary.Operand),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum => IsOfScale(sum.Left, sum.Type.Scale) || IsOfScale(sum.Right, sum.Type.Scale),
        Binary both => IsOfScale(both.Left, both.Type.Scale) && IsOfScale(both.Right, both.Type.Scale),
        Conditional choice => IsOfScale(choice.WhenTrue, choice.Type.Scale) && IsOfScale(choice.WhenFalse, choice.Type.Scale),

        // Made to meet another scale, here alone.
        Conversion { Operand.Type.Kind: ScalarKind.Decimal } => false,
        Constant { Value: null } => true,
        Constant { Value: 0L } zero => zero.Type.Limit == 0,
        _ => true,
    };

    /// <summary>Values one of which is chosen, of one scale; null where their scales differ.</summary>
    public static (Scalar First, Scalar Second)? Unify(Scalar first, Scalar second)
    {
        // Null before zero: beside null, zero keeps the digits that it was written with.
        return first.Type.Scale == second.Type.Scale ? (first, second)
            : IsNull(first) ? (OfType(first, second.Type), second)
            : IsNull(second) ? (first, OfType(second, first.Type))
            : AdoptsScale(first) ? (OfType(first, second.Type), second)
            : AdoptsScale(second) ? (first, OfType(second, first.Type))
            : null;
    }

    /// <summary>The type of a value that is one of two.</summary>
    public static ScalarType Common(ScalarType first, ScalarType second) => (first.Kind == ScalarKind.Decimal && second.Limit > first.Limit ? second : first) with
    {
        IsNullable = first.IsNullable || second.IsNullable,
    };

    /// <summary>Why a value is none of a declared type, which rule says so, and what to do; null where it is, after a check when it is computed if that is allowed.</summary>
    public static (DiagnosticDescriptor Rule, string Message)? Misfit(Scalar value, ScalarType declared, bool mayFail)
    {
        if (value is Constant { Value: null } || AdoptsScale(value))
        {
            return null;
        }

        if (value.Type.Scale > declared.Scale || (value.Type.Scale != declared.Scale && !mayFail))
        {
            return (Rules.DecimalScale, $"is declared with {declared.Scale} digits after the point, and its value has {value.Type.Scale}. Declare [Decimal({Math.Min(ScalarType.MostDigits, Math.Max(declared.Precision, value.Type.Precision))}, {value.Type.Scale})]{(value.Type.Scale > declared.Scale ? "" : $", or write … + {Zero(declared.Scale)}")}.");
        }

        return mayFail || value.Type.Limit <= declared.Limit ? null
            : (Rules.DecimalRange, $"is declared with {declared.Precision} digits, and its value may have {value.Type.Precision}. Declare more digits, here or of what it is computed from, or compute in double: (double)….");
    }

    /// <summary>The value in a declared type, after a check where it may not fit; <see cref="Misfit"/> has passed it.</summary>
    public static Scalar Fit(Scalar value, ScalarType declared)
    {
        var type = declared with { IsNullable = value.Type.IsNullable };
        return value is Constant { Value: null } || AdoptsScale(value) ? OfType(value, type)
            : value.Type == type ? value
            : new Conversion(type, value);
    }

    /// <summary>Types that differ in nothing but how great decimals may be, as the greatest of them.</summary>
    public static IEnumerable<ScalarType> OfOneLimit(IEnumerable<ScalarType> types)
    {
        var all = types.ToList();
        var limit = all.Max(t => (long?)t.Limit) ?? 0;
        return all.Select(t => t.Kind is ScalarKind.Decimal ? t with { Limit = limit } : t);
    }

    /// <summary>The narrowest type that can be declared and holds the decimals of a type; others as they are.</summary>
    public static ScalarType Declarable(ScalarType type) => type.Kind == ScalarKind.Decimal && Math.Max(type.Precision, type.Scale) <= ScalarType.MostDigits
        ? ScalarType.DecimalOf(Math.Max(1, Math.Max(type.Precision, type.Scale)), type.Scale) with { IsNullable = type.IsNullable }
        : type;

    /// <summary>Zero as C# writes it, with so many digits after the point.</summary>
    public static string Zero(int scale) => scale == 0 ? "0m" : "0." + new string('0', scale) + "m";

    private static bool IsOfScale(Scalar value, int scale) => value.Type.Scale == scale && HasItsScale(value);

    private static bool AdoptsScale(Scalar value) => value is Constant { Value: null or 0L };

    private static bool IsNull(Scalar value) => value is Constant { Value: null };

    // Zero is zero at every scale; the limit says that it was written with another.
    private static Scalar OfType(Scalar value, ScalarType type) =>
        new Constant(type with { IsNullable = value.Type.IsNullable, Limit = Math.Max(1, type.Limit) }, ((Constant)value).Value);

    private static long LimitOf(Scalar integer) => integer switch
    {
        Constant { Value: int number } => Math.Abs((long)number),
        Constant { Value: long number and > -ScalarType.MostUnits } => Math.Abs(number),

        // No window has more rows.
        Aggregate { Kind: AggregateKind.Count or AggregateKind.CountDistinct } => 999_999_999_999_999,
        Conversion { Operand.Type.Kind: ScalarKind.Int32 } conversion => LimitOf(conversion.Operand),
        { Type.Kind: ScalarKind.Int32 } => -(long)int.MinValue,
        _ => long.MaxValue,
    };
}
