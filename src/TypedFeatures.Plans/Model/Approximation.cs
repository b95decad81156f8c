namespace TypedFeatures.Plans;

/// <summary>How exactly engines agree on a value.</summary>
public enum Precision
{
    /// <summary>To the bit.</summary>
    Exact,

    /// <summary>But for the order in which doubles were added up: seldom, and then in the last bits.</summary>
    Summed,

    /// <summary>But for the last bits, in which their functions differ.</summary>
    Approximate,
}

/// <summary>
/// The functions whose results engines compute to the last bits differently, and how far that reaches: a value is approximate where its bits
/// depend on such a result. What depends on an approximate value in steps (comparisons, rounding, groups of equals) could differ wholly.
/// </summary>
public static class Approximation
{
    /// <summary>Whether a function may be null though its arguments are not: outside of its domain.</summary>
    public static bool IsPartial(this ScalarFunction function) =>
        function is ScalarFunction.Ratio or ScalarFunction.Sqrt || function.IsTranscendental();

    /// <summary>Whether a function is null exactly where an argument is.</summary>
    public static bool IsStrict(this ScalarFunction function) => !function.IsPartial() && function is not ScalarFunction.OneHot;

    /// <summary>Whether engines differ in the last bits of a function's result.</summary>
    public static bool IsTranscendental(this ScalarFunction function) => function is >= ScalarFunction.Log and <= ScalarFunction.Pow;

    /// <summary>Whether engines may differ in the last bits of a value because of such a function.</summary>
    public static bool IsApproximate(this Scalar value) => value.Type.IsFloating && value switch
    {
        Call { Function: var function } when function.IsTranscendental() => true,
        ColumnOf { Precision: Precision.Approximate } => true,
        Conditional choice => choice.WhenTrue.IsApproximate() || choice.WhenFalse.IsApproximate(),
        Aggregate aggregate => aggregate.Argument?.IsApproximate() == true,
        _ => value.Operands().Any(IsApproximate),
    };

    /// <summary>
    /// Whether values that are equal on one engine may be told apart on another: those that are approximate, and those that a joined view added up.
    /// They form no groups of equals.
    /// </summary>
    public static bool MayTellEqualsApart(this Scalar value) =>
        value.IsApproximate() || (value.Type.IsFloating && value.DescendantsAndSelf().Any(n => n is ColumnOf { Precision: Precision.Summed }));

    /// <summary>How exactly engines agree on a feature.</summary>
    public static Precision PrecisionOf(Feature feature) =>
        feature.Value.IsApproximate() ? Precision.Approximate
        : feature.Type.IsFloating && feature.Value.DescendantsAndSelf().Any(n => n is Aggregate { Argument.Type.IsFloating: true } a && AddsUp(a.Kind)) ? Precision.Summed
        : Precision.Exact;

    private static bool AddsUp(AggregateKind kind) => kind is AggregateKind.Sum or AggregateKind.Average or AggregateKind.Variance
        or AggregateKind.StandardDeviation or AggregateKind.PopulationVariance or AggregateKind.PopulationStandardDeviation
        or AggregateKind.DecayedSum or AggregateKind.Percentile;
}
