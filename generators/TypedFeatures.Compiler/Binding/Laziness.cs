using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>What is computed whether or not its value is needed.</summary>
internal static class Laziness
{
    /// <summary>Whether computing the value can fail: also an integer total, which must fit its type.</summary>
    public static bool MayFail(Scalar value) => value.MayFailToTotal();

    /// <summary>Whether computing one value computes another in any case: not only in a branch, or behind a condition.</summary>
    public static bool AlwaysComputes(Scalar value, Scalar part) => value == part || value switch
    {
        Conditional conditional => AlwaysComputes(conditional.Test, part),
        Binary { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Coalesce } lazy => AlwaysComputes(lazy.Left, part),
        Aggregate => false,
        _ => value.Operands().Any(operand => AlwaysComputes(operand, part)),
    };
}
