using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Operators.</content>
internal sealed partial class ExpressionBinder
{
    private Scalar? BindUnary(IUnaryOperation unary)
    {
        if (unary.OperatorKind == UnaryOperatorKind.Not)
        {
            return BindNot(unary);
        }

        if (BindScalar(unary.Operand) is not { } operand)
        {
            return null;
        }

        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Plus when operand.Type.Kind == ScalarKind.Decimal:
                return operand;
            case UnaryOperatorKind.Minus when operand.Type.Kind == ScalarKind.Decimal:
                return NegateDecimal(unary, operand);
            case UnaryOperatorKind.Plus when IsNumber(operand.Type.Kind):
                return operand.Type.Kind == ScalarKind.Single ? FailFloat(unary) : operand;
            case UnaryOperatorKind.BitwiseNegation:
                return BindComplement(unary, operand);
            case UnaryOperatorKind.Minus when operand.Type.Kind == ScalarKind.Single:
                return FailFloat(unary);
            case UnaryOperatorKind.Minus when operand.Type.IsInteger && !unary.IsChecked:
                return FailUnchecked(unary);
            case UnaryOperatorKind.Minus when IsNumber(operand.Type.Kind) || operand.Type.Kind == ScalarKind.TimeSpan:
                return new Unary(operand.Type, UnaryOperator.Negate, operand);
            default:
                return Unsupported(unary, $"The operator in '{TextOf(unary)}' has no meaning that every engine shares; use arithmetic, comparison or conditions");
        }
    }

    private Scalar? BindBinary(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd:
                return BindCondition(binary.LeftOperand) is var both
                    && Given(both is null ? Facts : Facts.Assume(both), () => BindCondition(binary.RightOperand)) is { } andRight
                    && both is not null ? WithLeft(both, Build.And(both, andRight)) : null;
            case BinaryOperatorKind.ConditionalOr:
                return BindCondition(binary.LeftOperand) is var either
                    && Given(either is null ? Facts : Facts.Assume(either, false), () => BindCondition(binary.RightOperand)) is { } orRight
                    && either is not null ? WithLeft(either, Build.Or(either, orRight)) : null;
            case BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr:
                return BindBits(binary);
            case BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift:
                return BindShift(binary);
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                return BindEquality(binary);
            case BinaryOperatorKind.LessThan:
                return BindOrder(binary, BinaryOperator.Less);
            case BinaryOperatorKind.LessThanOrEqual:
                return BindOrder(binary, BinaryOperator.LessOrEqual);
            case BinaryOperatorKind.GreaterThan:
                return BindOrder(binary, BinaryOperator.Greater);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return BindOrder(binary, BinaryOperator.GreaterOrEqual);
            case BinaryOperatorKind.Add when binary.Type?.SpecialType == SpecialType.System_String:
                return BindJoin(binary);
            case BinaryOperatorKind.Add:
                return BindArithmetic(binary, BinaryOperator.Add);
            case BinaryOperatorKind.Subtract:
                return BindArithmetic(binary, BinaryOperator.Subtract);
            case BinaryOperatorKind.Multiply:
                return BindArithmetic(binary, BinaryOperator.Multiply);
            case BinaryOperatorKind.Divide:
                return BindArithmetic(binary, BinaryOperator.Divide);
            case BinaryOperatorKind.Remainder:
                return BindArithmetic(binary, BinaryOperator.Remainder);
            default:
                return Unsupported(binary, $"The operator in '{TextOf(binary)}' has no meaning that every engine shares; use arithmetic, comparison or conditions");
        }
    }

    /// <summary>What <c>&amp;&amp;</c> or <c>||</c> made of a left side: as the choice that it is where the right side is a constant that decides, for there engines would not compute a left side that may fail, and C# does.</summary>
    private static Scalar WithLeft(Scalar left, Scalar value) => value switch
    {
        _ when !Laziness.MayFail(left) || Laziness.AlwaysComputes(value, left) => value,
        Binary { Operator: BinaryOperator.And } and => new Conditional(value.Type, left, and.Right, Build.False),
        Binary or => new Conditional(value.Type, left, Build.True, or.Right),
        _ => throw new InvalidOperationException("A left side is left out only where it cannot fail."),
    };

    private Scalar? BindEquality(IBinaryOperation binary)
    {
        var (left, right) = (Bind(binary.LeftOperand), Bind(binary.RightOperand));
        var equality = BindEquality(binary, left, right);
        if (equality is not null && FloatingEquality.IsFragile(left!, right!))
        {
            Fail(LeakageRules.FloatingEquality, binary, $"'{TextOf(binary)}' compares computed floating-point numbers, whose last bits depend on the order of summing. Compare with a margin: Math.Abs(a - b) < 0.01; or compare what they are computed from.");
        }

        return equality is null || !IsComputedBy(binary.LeftOperand, left!, equality) || !IsComputedBy(binary.RightOperand, right!, equality) ? null
            : binary.OperatorKind == BinaryOperatorKind.Equals ? equality
            : Negate(equality);
    }

    /// <summary>Equality as C# has it: two-valued, null equal to null.</summary>
    public Scalar? BindEquality(IOperation operation, Symbolic? left, Symbolic? right)
    {
        switch (left, right)
        {
            case (null, _) or (_, null):
                return null;
            case (NullValue, NullValue):
                return Build.True;
            case (RowValue row, NullValue):
                return IsMissing(row);
            case (NullValue, RowValue row):
                return IsMissing(row);
            case (ScalarValue { Scalar: var value }, NullValue or ScalarValue { Scalar: Constant { Value: null } }):
                return Build.IsNull(value);
            case (NullValue or ScalarValue { Scalar: Constant { Value: null } }, ScalarValue { Scalar: var value }):
                return Build.IsNull(value);
            case (ScalarValue { Scalar: { Type: { IsComposite: true } type } }, ScalarValue):
                FailComposite(operation, type);
                return null;
            case (ScalarValue { Scalar: var first }, ScalarValue { Scalar: var second }):
                return Comparable(operation, first, second) is var (one, other) ? Build.Compare(BinaryOperator.Equal, one, other) : null;
            default:
                return Unsupported(operation, $"'{TextOf(operation)}' compares whole objects; compare the properties that are meant");
        }
    }

    private Scalar? BindOrder(IBinaryOperation binary, BinaryOperator comparison)
    {
        var left = BindScalar(binary.LeftOperand);
        var right = BindScalar(binary.RightOperand);
        if (left is null || right is null)
        {
            return null;
        }

        return left.Type.Kind is ScalarKind.String or ScalarKind.Boolean
            ? Unsupported(binary, $"'{TextOf(binary)}' orders values that C# does not order")
            : Comparable(binary, left, right) is var (one, other) ? Build.Compare(comparison, one, other) : null;
    }

    /// <summary>Both sides in one kind: floats as doubles, days of the week as numbers.</summary>
    private (Scalar Left, Scalar Right)? Comparable(IOperation operation, Scalar left, Scalar right)
    {
        left = AsDouble(left);
        right = AsDouble(right);
        if (IsDayOfWeek(left) || IsDayOfWeek(right))
        {
            left = AsDayNumber(left);
            right = AsDayNumber(right);
        }

        if (left.IsApproximate() || right.IsApproximate())
        {
            FailApproximate(operation);
            return null;
        }

        if (left.Type.NonNullable == right.Type.NonNullable || (left.Type.Kind == ScalarKind.Decimal && right.Type.Kind == ScalarKind.Decimal))
        {
            return (left, right);
        }

        Unsupported(operation, $"'{TextOf(operation)}' compares {left.Type.NonNullable} with {right.Type.NonNullable}; convert one side so that both are the same");
        return null;
    }

    private Scalar? BindArithmetic(IBinaryOperation binary, BinaryOperator arithmetic)
    {
        var left = BindScalar(binary.LeftOperand);
        var right = BindScalar(binary.RightOperand);
        if (left is null || right is null)
        {
            return null;
        }

        if (left.Type.Kind == ScalarKind.Single || right.Type.Kind == ScalarKind.Single)
        {
            return FailFloat(binary);
        }

        if (left.Type.NumberOf is not null || right.Type.NumberOf is not null)
        {
            return Unsupported(binary, $"'{TextOf(binary)}' computes with the numbers of an enum; cast them to int or long");
        }

        if (left.Type.Kind == ScalarKind.Decimal && right.Type.Kind == ScalarKind.Decimal)
        {
            return BindDecimalArithmetic(binary, arithmetic, left, right);
        }

        if (arithmetic == BinaryOperator.Remainder && right is Constant { Value: -1 or -1L })
        {
            return Unsupported(binary, $"'{TextOf(binary)}' is 0 wherever it does not fail; write 0");
        }

        if (ResultKind(left.Type.Kind, arithmetic, right.Type.Kind) is not { } kind)
        {
            return Unsupported(binary, left.Type.Kind == ScalarKind.TimeSpan || right.Type.Kind == ScalarKind.TimeSpan
                ? $"'{TextOf(binary)}' is finer than the microsecond that is stored; compute with TotalSeconds"
                : $"The operator in '{TextOf(binary)}' is not supported on {left.Type} and {right.Type}");
        }

        var isDivision = arithmetic is BinaryOperator.Divide or BinaryOperator.Remainder;
        if (isDivision && !Facts.IsNotZero(right))
        {
            return FailDivision(binary);
        }

        return kind is ScalarKind.Int32 or ScalarKind.Int64 && !isDivision && !binary.IsChecked
            ? FailUnchecked(binary)
            : new Binary(new ScalarType(kind, left.Type.IsNullable || right.Type.IsNullable), arithmetic, left, right);
    }

    private static ScalarKind? ResultKind(ScalarKind left, BinaryOperator arithmetic, ScalarKind right) => (left, arithmetic, right) switch
    {
        (ScalarKind.Double, BinaryOperator.Remainder, _) => null, // SQLite takes whole numbers only, ClickHouse computes a rounded one
        _ when left == right && IsNumber(left) => left,
        (ScalarKind.DateTime, BinaryOperator.Subtract, ScalarKind.DateTime) => ScalarKind.TimeSpan,
        (ScalarKind.DateTime, BinaryOperator.Add or BinaryOperator.Subtract, ScalarKind.TimeSpan) => ScalarKind.DateTime,
        (ScalarKind.TimeSpan, BinaryOperator.Divide, ScalarKind.TimeSpan) => ScalarKind.Double,
        (ScalarKind.TimeSpan, BinaryOperator.Add or BinaryOperator.Subtract, ScalarKind.TimeSpan) => ScalarKind.TimeSpan,
        _ => null,
    };

    private static bool IsNumber(ScalarKind kind) =>
        kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double;

    /// <summary>The negation of an equality, as the plan spells it.</summary>
    private static Scalar Negate(Scalar equality) =>
        equality is Binary { Operator: BinaryOperator.Equal } equal ? equal with { Operator = BinaryOperator.NotEqual } : Build.Not(equality);

    private static Scalar AsDouble(Scalar value) => value switch
    {
        Constant { Value: float number } => new Constant(ScalarType.Double, (double)number),
        { Type.Kind: ScalarKind.Single } => Build.Convert(value, ScalarKind.Double),
        _ => value,
    };

    private static Scalar AsDayNumber(Scalar value) =>
        value is Constant { Type: { Kind: ScalarKind.Enum, Enum: { Name: "System.DayOfWeek" } days }, Value: string name }
            ? new Constant(ScalarType.Int32, (int)days.Members.First(m => m.Name == name).Value)
            : value;

    public Scalar? FailApproximate(IOperation operation) => FailScalar(
        Rules.ApproximateStep,
        operation,
        $"'{TextOf(operation)}' depends on the last bits of Numeric.Log, Exp or Pow, in which engines differ. Compare or round the argument instead (x > 100 for Numeric.Log10(x) > 2), or keep the value as a feature and do it in the model.");

    private Scalar? FailFloat(IOperation operation) => FailScalar(
        Rules.FloatArithmetic, operation, $"'{TextOf(operation)}' computes with float, which engines round differently. Cast an operand to double.");

    private Scalar? FailUnchecked(IOperation operation) => FailScalar(
        Rules.UncheckedInteger, operation, $"'{TextOf(operation)}' wraps silently on overflow in C# and fails in SQL. Write checked({TextOf(operation)}), or compute in double.");

    private Scalar? FailDivision(IBinaryOperation division) => FailScalar(
        Rules.UnguardedDivision,
        division,
        $"'{TextOf(division.RightOperand)}' may be zero. Write Numeric.Ratio(a, b), which is null then, or test it first: {TextOf(division.RightOperand)} != 0 ? … : ….");
}
