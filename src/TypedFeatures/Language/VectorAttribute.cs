namespace TypedFeatures;

/// <summary>
/// Says that a <c>float[]</c> is a vector of fixed length: an embedding, a histogram. Every value has exactly so many finite numbers, or is null where the property
/// is nullable; ingestion refuses any other.
/// </summary>
/// <param name="length">How many numbers, from 1 to <see cref="Longest"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VectorAttribute(int length) : Attribute
{
    /// <summary>The greatest length.</summary>
    public const int Longest = 4096;

    /// <summary>How many numbers.</summary>
    public int Length { get; } = length;
}
