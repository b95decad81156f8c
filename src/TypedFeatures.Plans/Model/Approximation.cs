namespace TypedFeatures.Plans;

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
        Conditional choice => choice.WhenTrue.IsApproximate() || choice.WhenFalse.IsApproximate(),
        Aggregate aggregate => aggregate.Argument?.IsApproximate() == true,
        _ => value.Operands().Any(IsApproximate),
    };
}
