namespace TypedFeatures;

/// <summary>Arithmetic that says null where mathematics has no answer.</summary>
public static class Numeric
{
    /// <summary>The quotient <c>numerator ÷ denominator</c>; null where either is null or the denominator is zero.</summary>
    public static double? Ratio(double? numerator, double? denominator) =>
        denominator == 0 ? null : numerator / denominator;

    /// <summary>The square root, correctly rounded; null of null, below zero, and of what is not finite.</summary>
    public static double? Sqrt(double? value) => value is >= 0 and <= double.MaxValue ? Math.Sqrt(value.Value) : null;

    /// <summary>The natural logarithm; null of null, up to zero, and of what is not finite. Engines may differ in the last bits.</summary>
    public static double? Log(double? value) => value is > 0 and <= double.MaxValue ? Math.Log(value.Value) : null;

    /// <summary>The logarithm to the base 2; null of null, up to zero, and of what is not finite. Engines may differ in the last bits.</summary>
    public static double? Log2(double? value) => value is > 0 and <= double.MaxValue ? Math.Log2(value.Value) : null;

    /// <summary>The logarithm to the base 10; null of null, up to zero, and of what is not finite. Engines may differ in the last bits.</summary>
    public static double? Log10(double? value) => value is > 0 and <= double.MaxValue ? Math.Log10(value.Value) : null;

    /// <summary>e to a power; null of null and where the power or the result is not finite. Engines may differ in the last bits.</summary>
    public static double? Exp(double? value) => value is { } power && double.IsFinite(power) ? Finite(Math.Exp(power)) : null;

    /// <summary>
    /// A number to a power; null of null and where the number, the power or the result is not finite or not real: a root of a negative number, zero to
    /// a negative power. Engines may differ in the last bits.
    /// </summary>
    public static double? Pow(double? value, double? power) =>
        value is { } number && power is { } exponent && double.IsFinite(number) && double.IsFinite(exponent) ? Finite(Math.Pow(number, exponent)) : null;

    private static double? Finite(double result) => double.IsFinite(result) ? result : null;
}
