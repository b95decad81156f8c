using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Whether computing an expression can fail where the definition computes it.</summary>
internal static class Failure
{
    /// <summary>
    /// As <see cref="ScalarTraversal.MayFail"/>, which asks of an expression taken out of its place: here a <c>.Value</c>
    /// stands behind the guard that proved it.
    /// </summary>
    public static bool IsPossible(Scalar value) => value.Rewrite(WithoutValue).MayFail();

    private static Scalar? WithoutValue(Scalar node) =>
        node is Unary { Operator: UnaryOperator.Value } proven ? proven.Operand.Rewrite(WithoutValue) : null;
}
