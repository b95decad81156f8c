using TypedFeatures.Compiler.Binding;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>
/// Equality of doubles that are computed: sums and averages agree to a tolerance only, so that whether two of them are equal is an accident of the order they were
/// summed in. What is stored is exact, and a comparison with zero, which guards a division, is meant as it stands.
/// </summary>
internal static class FloatingEquality
{
    public static bool IsFragile(Symbolic left, Symbolic right) =>
        left is ScalarValue { Scalar: { Type.IsFloating: true } one } && right is ScalarValue { Scalar: { Type.IsFloating: true } other }
        && (IsComputed(one) || IsComputed(other)) && !IsZero(one) && !IsZero(other);

    private static bool IsComputed(Scalar value) => value.DescendantsAndSelf().Any(n => n.Type.IsFloating && n is
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide }
        or Aggregate { Kind: AggregateKind.Sum or AggregateKind.Average or AggregateKind.DecayedSum or AggregateKind.Percentile
            or AggregateKind.Variance or AggregateKind.StandardDeviation or AggregateKind.PopulationVariance or AggregateKind.PopulationStandardDeviation });

    private static bool IsZero(Scalar value) => value is Constant { Value: 0.0 or 0f };
}
