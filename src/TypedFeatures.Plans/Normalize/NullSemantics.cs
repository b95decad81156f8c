namespace TypedFeatures.Plans.Normalize;

/// <summary>
/// Makes C#'s null semantics explicit for SQL, in one place. C# comparisons are two-valued (false where an operand is null, null equals null),
/// SQL's are three-valued. After this pass every truth value is either never unknown, or stands where SQL takes unknown for false
/// (a filter, the test of a CASE, under AND/OR of such). NaN, which engines order differently, compares like C#'s: unequal to everything.
/// </summary>
internal static class NullSemantics
{
    /// <summary>Rewrites a condition: true exactly where C# says true; false or unknown elsewhere.</summary>
    public static Scalar Condition(Scalar value) => value switch
    {
        Binary { Operator: BinaryOperator.And or BinaryOperator.Or, Type.IsNullable: false } b => b with { Left = Condition(b.Left), Right = Condition(b.Right) },
        Binary b when IsComparison(b.Operator) => Comparison(b, isCondition: true),
        _ => Value(value),
    };

    /// <summary>Rewrites a value: exactly C#'s; a truth value is unknown only where its type is nullable and C# says null.</summary>
    public static Scalar Value(Scalar value) => value switch
    {
        Binary b when IsComparison(b.Operator) => Comparison(b, isCondition: false),

        // To some engines what is not a number is null; in C# nothing stands in for it.
        Binary { Operator: BinaryOperator.Coalesce } b when FloatingRange.MayBeNaN(b.Left) => new Conditional(b.Type, IsNull(b.Left), Value(b.Right), Value(b.Left)),
        Binary b => b with { Left = Value(b.Left), Right = Value(b.Right) },
        Unary { Operator: UnaryOperator.Value } u => Value(u.Operand),
        Unary u => u with { Operand = Value(u.Operand) },
        Conversion c => c with { Operand = Value(c.Operand) },
        Conditional c => c with { Test = Condition(c.Test), WhenTrue = Value(c.WhenTrue), WhenFalse = Value(c.WhenFalse) },
        Call c => c with { Arguments = c.Arguments.Select(Value).ToEquatableArray() },
        _ => value,
    };

    private static bool IsComparison(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual
        or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;

    private static Scalar Comparison(Binary comparison, bool isCondition)
    {
        if (NullTest(comparison) is { } test)
        {
            return test;
        }

        var left = Operand(comparison.Left);
        var right = Operand(comparison.Right);
        var nulls = (IsUnknown(comparison.Left) ? 1 : 0) + (IsUnknown(comparison.Right) ? 1 : 0);
        var plain = comparison with { Left = left, Right = right };
        if (nulls == 0)
        {
            return plain;
        }

        // NaN turned null would equal another NaN turned null, and a null; in C# it equals neither.
        var canBeNaN = FloatingRange.MayBeNaN(comparison.Left) || FloatingRange.MayBeNaN(comparison.Right);
        return comparison.Operator switch
        {
            BinaryOperator.Equal when nulls == 2 => canBeNaN ? EqualOrBothNull(comparison, plain) : plain with { Operator = BinaryOperator.IsNotDistinct },
            BinaryOperator.NotEqual when nulls == 2 && canBeNaN =>
                new Unary(ScalarType.Boolean, UnaryOperator.Not, EqualOrBothNull(comparison, plain with { Operator = BinaryOperator.Equal })),
            BinaryOperator.NotEqual => plain with { Operator = BinaryOperator.IsDistinct },
            _ => isCondition ? plain : new Unary(ScalarType.Boolean, UnaryOperator.IsTrue, plain),
        };
    }

    private static Scalar EqualOrBothNull(Binary comparison, Binary equal)
    {
        var isEqual = new Unary(ScalarType.Boolean, UnaryOperator.IsTrue, equal);
        return comparison.Left.Type.IsNullable && comparison.Right.Type.IsNullable
            ? Or(isEqual, new Binary(ScalarType.Boolean, BinaryOperator.And, IsNull(comparison.Left), IsNull(comparison.Right)))
            : isEqual;
    }

    /// <summary>Whether C# says null. Of what may be NaN, which is null to some engines, its parts are asked.</summary>
    private static Scalar IsNull(Scalar value) => value switch
    {
        { Type.IsNullable: false } => new Constant(ScalarType.Boolean, false),
        _ when !FloatingRange.MayBeNaN(value) => new Unary(ScalarType.Boolean, UnaryOperator.IsNull, Value(value)),
        Binary { Operator: BinaryOperator.Coalesce } b => new Binary(ScalarType.Boolean, BinaryOperator.And, IsNull(b.Left), IsNull(b.Right)),
        Conditional c => new Conditional(ScalarType.Boolean, Condition(c.Test), IsNull(c.WhenTrue), IsNull(c.WhenFalse)),
        Call { Function: ScalarFunction.Ratio } ratio => Or(IsNullOfAny(ratio), Condition(new Binary(
            ScalarType.Boolean, BinaryOperator.Equal, ratio.Arguments[1], new Constant(ScalarType.Double, 0d)))),
        _ => IsNullOfAny(value),
    };

    private static Scalar IsNullOfAny(Scalar value) =>
        value.Operands().Where(o => o.Type.IsNullable).Select(IsNull).DefaultIfEmpty(new Constant(ScalarType.Boolean, false)).Aggregate(Or);

    private static Scalar Or(Scalar left, Scalar right) => new Binary(ScalarType.Boolean, BinaryOperator.Or, left, right);

    /// <summary><c>x == null</c> and <c>x != null</c>.</summary>
    private static Scalar? NullTest(Binary comparison)
    {
        var operand = comparison.Right is Constant { Value: null } ? comparison.Left
            : comparison.Left is Constant { Value: null } ? comparison.Right
            : null;
        if (operand is null)
        {
            return null;
        }

        var isNull = new Unary(ScalarType.Boolean, UnaryOperator.IsNull, Value(operand));
        return comparison.Operator switch
        {
            BinaryOperator.Equal => isNull,
            BinaryOperator.NotEqual => new Unary(ScalarType.Boolean, UnaryOperator.Not, isNull),
            _ => new Constant(ScalarType.Boolean, false), // order against null is false
        };
    }

    private static Scalar Operand(Scalar operand)
    {
        var value = Value(operand);
        return FloatingRange.MayBeNaN(operand)
            ? new Unary(operand.Type.Nullable, UnaryOperator.NullIfNaN, value)
            : value;
    }

    private static bool IsUnknown(Scalar operand) => operand.Type.IsNullable || FloatingRange.MayBeNaN(operand);
}
