using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>What is computed whether or not its value is needed.</summary>
internal static class Laziness
{
    /// <summary>Whether computing the value can fail: also an integer total, which must fit its type.</summary>
    public static bool MayFail(Scalar value) => value.MayFailToTotal();

    /// <summary>
    /// Whether computing one value computes another in any case: not only in a branch, or behind a condition, and not beside a constant that decides, where
    /// engines see that they need not.
    /// </summary>
    public static bool AlwaysComputes(Scalar value, Scalar part) => value == part || value switch
    {
        Conditional conditional => AlwaysComputes(conditional.Test, part),
        Binary { Operator: BinaryOperator.And } and => !IsSurely(and.Right, false) && AlwaysComputes(and.Left, part),
        Binary { Operator: BinaryOperator.Or } or => !IsSurely(or.Right, true) && AlwaysComputes(or.Left, part),
        Binary { Operator: BinaryOperator.Coalesce } lazy => AlwaysComputes(lazy.Left, part),
        Aggregate => false,
        _ => value.Operands().Any(operand => AlwaysComputes(operand, part)),
    };

    /// <summary>Whether constants alone make a condition what it is.</summary>
    private static bool IsSurely(Scalar condition, bool truth) => condition switch
    {
        Constant constant => constant.Value is bool value && value == truth,
        Unary { Operator: UnaryOperator.Not } not => IsSurely(not.Operand, !truth),
        Binary { Operator: BinaryOperator.And } and => truth
            ? IsSurely(and.Left, true) && IsSurely(and.Right, true)
            : IsSurely(and.Left, false) || IsSurely(and.Right, false),
        Binary { Operator: BinaryOperator.Or } or => truth
            ? IsSurely(or.Left, true) || IsSurely(or.Right, true)
            : IsSurely(or.Left, false) && IsSurely(or.Right, false),
        Conditional choice => IsSurely(choice.WhenTrue, truth) && IsSurely(choice.WhenFalse, truth),
        _ => false,
    };
}
