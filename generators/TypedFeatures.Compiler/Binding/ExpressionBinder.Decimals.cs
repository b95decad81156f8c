using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Decimals: + − and comparison; casts from integers, and to integers and double.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>Whether a member computes with decimals.</summary>
    private bool IsOfDecimals(ISymbol member) =>
        member.ContainingType?.SpecialType == SpecialType.System_Decimal
        || (member is IMethodSymbol method && Context.SyntaxOf(method) is null && !LanguageTypes.IsDeclaredIn(method) && method.Parameters.Any(p => IsDecimal(p.Type)));

    private static bool IsDecimal(ITypeSymbol type) => ScalarTypes.TryMap(type)?.Kind == ScalarKind.Decimal;

    /// <summary>Whether one of two values can be chosen: they are of one type, decimals of one scale.</summary>
    private static bool AreAlike(Scalar first, Scalar second) =>
        first.Type.NonNullable == second.Type.NonNullable
        || (first.Type.Kind == ScalarKind.Decimal && second.Type.Kind == ScalarKind.Decimal && first.Type.Scale == second.Type.Scale);

    /// <summary>Gives a zero the scale of the decimal beside it; false where scales differ, which is reported.</summary>
    private bool MeetScales(IOperation operation, ref Scalar first, ref Scalar second)
    {
        if (first.Type.Kind != ScalarKind.Decimal || second.Type.Kind != ScalarKind.Decimal)
        {
            return true;
        }

        if (Decimals.Unify(first, second) is not var (one, other))
        {
            var finer = Math.Max(first.Type.Scale, second.Type.Scale);
            Fail(
                Rules.DecimalScale,
                operation,
                $"'{TextOf(operation)}' chooses between decimals with {first.Type.Scale} and {second.Type.Scale} digits after the point, and .NET keeps those of the one that is chosen. "
                + $"Write a constant with {finer} digits, and other values as … + {Decimals.Zero(finer)}.",
                FixFacts.Of(FixFacts.Scale, finer));
            return false;
        }

        (first, second) = (one, other);
        return true;
    }

    /// <summary>A value, or another where it is null.</summary>
    public Scalar? OrElse(IOperation operation, Scalar value, Scalar other) => MeetScales(operation, ref value, ref other)
        ? new Binary(Decimals.Common(value.Type, other.Type) with { IsNullable = other.Type.IsNullable }, BinaryOperator.Coalesce, value, other)
        : null;

    private Scalar? NegateDecimal(IUnaryOperation unary, Scalar operand) => operand.Type.Limit > ScalarType.MostUnits
        ? FailDecimalRange(unary)
        : new Unary(operand.Type, UnaryOperator.Negate, operand);

    private Scalar? BindDecimalArithmetic(IBinaryOperation binary, BinaryOperator arithmetic, Scalar left, Scalar right)
    {
        if (arithmetic is not (BinaryOperator.Add or BinaryOperator.Subtract))
        {
            return FailDecimal(binary);
        }

        var scale = Math.Max(left.Type.Scale, right.Type.Scale);
        if (new[] { left, right }.FirstOrDefault(operand => operand.Type.Scale == scale && !Decimals.HasItsScale(operand)) is { } uncertain && left.Type.Scale != right.Type.Scale)
        {
            var operation = uncertain == left ? binary.LeftOperand : binary.RightOperand;
            return FailScalar(
                Rules.DecimalScale,
                operation,
                $"'{TextOf(operation)}' has {scale} digits after the point but where it is zero, and the other operand has fewer. Write {TextOf(operation)} + {Decimals.Zero(scale)}, so that .NET keeps them always.",
                FixFacts.Of(FixFacts.ScaleOfZero, scale));
        }

        if (Decimals.Rescale(left, scale) is not { } first || Decimals.Rescale(right, scale) is not { } second || first.Type.Limit > ScalarType.MostUnits - second.Type.Limit)
        {
            return FailDecimalRange(binary);
        }

        var type = ScalarType.DecimalWithin(first.Type.Limit + second.Type.Limit, scale) with { IsNullable = left.Type.IsNullable || right.Type.IsNullable };
        return new Binary(type, arithmetic, first, second);
    }

    private Scalar? ConvertDecimal(IConversionOperation conversion, Scalar operand, ScalarKind target) => (operand.Type.Kind, target) switch
    {
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Decimal) => new Conversion(Decimals.TypeOf(operand), operand),
        (ScalarKind.Decimal, ScalarKind.Double or ScalarKind.Int32 or ScalarKind.Int64) => Build.Convert(operand, target),
        (ScalarKind.Decimal, ScalarKind.Single) =>
            FailScalar(Rules.FloatArithmetic, conversion, $"'{TextOf(conversion)}' rounds to float, which engines do differently. Cast to double."),
        (_, ScalarKind.Decimal) when operand.Type.IsFloating =>
            FailScalar(Rules.DecimalOperation, conversion, $"'{TextOf(conversion)}' rounds to decimal as .NET alone does. Keep it a double, and cast the decimals it meets: (double)…."),
        _ => Unsupported(conversion, $"'{TextOf(conversion)}' converts {operand.Type.NonNullable} to {target}, which engines do differently; compare or choose with ?: instead"),
    };

    /// <summary>Reports what decimals do not do.</summary>
    private Scalar? FailDecimal(IOperation operation) => FailScalar(
        Rules.DecimalOperation,
        operation,
        $"'{TextOf(operation)}': decimals are added, subtracted, compared and summed, and engines agree on nothing else. Cast to double first: (double)….");

    private Scalar? FailDecimalRange(IOperation operation) => FailScalar(
        Rules.DecimalRange,
        operation,
        $"'{TextOf(operation)}' may have more digits than 64 bits hold. Declare smaller precisions for what it is computed from (a long counts 19 digits, an int 10), or compute in double: (double)….");
}
