namespace TypedFeatures;

/// <summary>
/// Says which values a <see cref="decimal"/> property has: <c>[Decimal(12, 2)]</c> is 12 digits, 2 of them after the point. Such values are exact on every engine: they
/// are stored and computed as whole numbers of units, here hundredths. Ingestion refuses a value with more digits; trailing zeros do not count. On a list or map of
/// decimals it says so of their items.
/// </summary>
/// <param name="precision">How many digits in all, from 1 to <see cref="MostDigits"/>.</param>
/// <param name="scale">How many of them after the point, from 0 to <paramref name="precision"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalAttribute(int precision, int scale) : Attribute
{
    /// <summary>The greatest precision: what 64 bits hold.</summary>
    public const int MostDigits = 18;

    /// <summary>How many digits in all.</summary>
    public int Precision { get; } = precision;

    /// <summary>How many of them after the point.</summary>
    public int Scale { get; } = scale;
}
