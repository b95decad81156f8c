namespace TypedFeatures;

/// <summary>Arithmetic that says null where mathematics has no answer.</summary>
public static class Numeric
{
    /// <summary>The quotient <c>numerator ÷ denominator</c>; null where either is null or the denominator is zero.</summary>
    public static double? Ratio(double? numerator, double? denominator) =>
        denominator == 0 ? null : numerator / denominator;

    /// <summary>The square root, correctly rounded; null of null, below zero, and of what is not finite.</summary>
    public static double? Sqrt(double? value) => value is >= 0 and <= double.MaxValue ? Math.Sqrt(value.Value) : null;
}
