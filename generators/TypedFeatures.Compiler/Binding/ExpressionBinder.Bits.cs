using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content><c>&amp; | ^ ! ~ &lt;&lt; &gt;&gt;</c>: logic that computes both sides, three-valued where a side may be null, and the bits of integers.</content>
internal sealed partial class ExpressionBinder
{
    private Scalar? BindNot(IUnaryOperation unary)
    {
        if (BindScalar(unary.Operand) is not { } operand)
        {
            return null;
        }

        return operand.Type.Kind != ScalarKind.Boolean ? Unsupported(unary, $"'{TextOf(unary)}' negates what is no truth value")
            : operand.Type.IsNullable ? new Unary(operand.Type, UnaryOperator.Not, operand)
            : Build.Not(operand);
    }

    private Scalar? BindComplement(IUnaryOperation unary, Scalar operand) =>
        operand.Type.NumberOf is not null && unary.Type is { } type ? ComplementOfFlags(operand, type)
            : operand.Type.IsInteger
            ? new Binary(operand.Type, BinaryOperator.BitXor, operand, operand.Type.Kind == ScalarKind.Int32 ? new Constant(ScalarType.Int32, -1) : new Constant(ScalarType.Int64, -1L))
            : Unsupported(unary, $"'{TextOf(unary)}' takes the bits of what is no int or long");

    private static Scalar ComplementOfFlags(Scalar flags, ITypeSymbol type)
    {
        var bits = EnumStorages.AllBits((INamedTypeSymbol)(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type));
        return new Binary(flags.Type, BinaryOperator.BitXor, flags, new Constant(flags.Type.NonNullable, flags.Type.Kind == ScalarKind.Int32 ? (object)(int)bits : bits));
    }

    private Scalar? BindBits(IBinaryOperation binary)
    {
        var left = BindScalar(binary.LeftOperand);
        var right = BindScalar(binary.RightOperand);
        if (left is null || right is null)
        {
            return null;
        }

        if (left.Type.Kind == ScalarKind.Boolean && right.Type.Kind == ScalarKind.Boolean)
        {
            return BindLogical(binary, left, right);
        }

        var bits = binary.OperatorKind switch
        {
            BinaryOperatorKind.And => BinaryOperator.BitAnd,
            BinaryOperatorKind.Or => BinaryOperator.BitOr,
            _ => BinaryOperator.BitXor,
        };
        return left.Type.IsInteger && left.Type.NonNullable == right.Type.NonNullable
            ? new Binary(left.Type with { IsNullable = left.Type.IsNullable || right.Type.IsNullable }, bits, left, right)
            : Unsupported(binary, $"The operator in '{TextOf(binary)}' is not supported on {left.Type} and {right.Type}; bits are those of int, long and enums with [StoredAs(EnumStorage.Number)]");
    }

    /// <summary><c>&amp;</c>, <c>|</c> and <c>^</c> on truth values: both sides are always computed, so neither may fail unless both are needed.</summary>
    private Scalar? BindLogical(IBinaryOperation binary, Scalar left, Scalar right)
    {
        var isLifted = left.Type.IsNullable || right.Type.IsNullable;
        var isExclusive = binary.OperatorKind == BinaryOperatorKind.ExclusiveOr;
        if (!isExclusive && (Laziness.MayFail(right) || (isLifted && Laziness.MayFail(left))))
        {
            return Unsupported(binary, $"A side of '{TextOf(binary)}' may fail, and engines do not agree whether it is computed; use && or ||");
        }

        if (isLifted && isExclusive)
        {
            return LiftedExclusiveOr(binary, left, right);
        }

        var type = isLifted ? ScalarType.Boolean.Nullable : ScalarType.Boolean;
        return (binary.OperatorKind, isLifted) switch
        {
            (BinaryOperatorKind.And, false) => WithLeft(left, Build.And(left, right)),
            (BinaryOperatorKind.Or, false) => WithLeft(left, Build.Or(left, right)),
            (BinaryOperatorKind.And, true) => new Binary(type, BinaryOperator.And, left, right),
            (BinaryOperatorKind.Or, true) => new Binary(type, BinaryOperator.Or, left, right),
            _ => Build.Compare(BinaryOperator.NotEqual, left, right),
        };
    }

    /// <summary>Null where either side is, for <c>!=</c> would call null different from true.</summary>
    private Scalar? LiftedExclusiveOr(IBinaryOperation binary, Scalar left, Scalar right) =>
        Laziness.MayFail(left) || Laziness.MayFail(right)
            ? Unsupported(binary, $"A side of '{TextOf(binary)}' may fail, and engines do not agree whether it is computed; test it for null first")
            : new Conditional(
                ScalarType.Boolean.Nullable,
                Build.Or(Build.IsNull(left), Build.IsNull(right)),
                new Constant(ScalarType.Boolean.Nullable, null),
                Build.Compare(BinaryOperator.NotEqual, Build.Value(left), Build.Value(right)));

    /// <summary><c>&gt;&gt;</c> by a constant. C# takes the count modulo the width and lets bits fall off on the left; engines do neither alike.</summary>
    private Scalar? BindShift(IBinaryOperation binary)
    {
        if (BindScalar(binary.LeftOperand) is not { } left)
        {
            return null;
        }

        if (binary.OperatorKind != BinaryOperatorKind.RightShift || !left.Type.IsInteger)
        {
            return Unsupported(binary, $"'{TextOf(binary)}' lets bits fall off, which engines do differently; multiply by a power of two in checked(…)");
        }

        var width = left.Type.Kind == ScalarKind.Int32 ? 32 : 64;
        return constants.TryEvaluate(binary.RightOperand, out var value) && value is int count && count >= 0 && count < width
            ? new Binary(left.Type, BinaryOperator.ShiftRight, left, new Constant(ScalarType.Int32, count))
            : Unsupported(binary, $"The count in '{TextOf(binary)}' must be a constant from 0 to {width - 1}");
    }
}
