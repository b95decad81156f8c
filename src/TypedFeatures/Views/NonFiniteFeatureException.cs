namespace TypedFeatures;

/// <summary>A feature that cannot be null came out infinite or not a number.</summary>
public sealed class NonFiniteFeatureException : ArithmeticException
{
    /// <summary>Names the feature.</summary>
    public NonFiniteFeatureException(string view, string feature)
        : base($"Feature '{view}.{feature}' is infinite or not a number, which a non-nullable property cannot say. Make the property nullable (it is null then) or bound the computation.")
    {
    }
}
