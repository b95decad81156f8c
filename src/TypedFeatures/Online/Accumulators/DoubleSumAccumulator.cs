namespace TypedFeatures.Online;

/// <summary>The sum of doubles; infinities and NaN are skipped like nulls. It only ever adds: subtracting what left would leave rounding behind.</summary>
public struct DoubleSumAccumulator : IMergeableAccumulator<DoubleSumAccumulator>
{
    private double sum;

    /// <summary>The sum; 0 of none; infinite where it is too great.</summary>
    public readonly double Result => sum;

    /// <summary>Takes a value.</summary>
    public void Add(double value)
    {
        if (double.IsFinite(value))
        {
            sum += value;
        }
    }

    /// <inheritdoc/>
    public void Merge(in DoubleSumAccumulator other) => sum += other.sum;

    /// <inheritdoc/>
    public readonly DoubleSumAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => writer.WriteDouble(sum);

    /// <inheritdoc/>
    public static DoubleSumAccumulator Read(ref StateReader reader) => new() { sum = reader.ReadDouble() };
}
