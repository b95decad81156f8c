namespace TypedFeatures.Online;

/// <summary>The mean of integers: the exact sum divided by the count.</summary>
public struct IntegerAverageAccumulator : IMergeableAccumulator<IntegerAverageAccumulator>
{
    private Int128 sum;
    private long count;

    /// <summary>The mean; null of none.</summary>
    /// <remarks>A sum beyond 64 bits is turned into a double in two halves, the same on every engine.</remarks>
    public readonly double? Result
    {
        get
        {
            if (count == 0)
            {
                return null;
            }

            if (sum >= long.MinValue && sum <= long.MaxValue)
            {
                return (double)(long)sum / count;
            }

            var high = (double)(long)(sum >> 32);
            var low = (double)(long)(sum & 0xFFFF_FFFF);
            return ((high * 4_294_967_296.0) + low) / count;
        }
    }

    /// <summary>Takes a value.</summary>
    public void Add(long value)
    {
        sum += value;
        count++;
    }

    /// <inheritdoc/>
    public void Merge(in IntegerAverageAccumulator other)
    {
        sum += other.sum;
        count += other.count;
    }

    /// <inheritdoc/>
    public readonly IntegerAverageAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteInt128(sum);
        writer.WriteVarUInt64((ulong)count);
    }

    /// <inheritdoc/>
    public static IntegerAverageAccumulator Read(ref StateReader reader) =>
        new() { sum = reader.ReadInt128(), count = reader.ReadTally() };
}

/// <summary>The mean of doubles; infinities and NaN are skipped like nulls.</summary>
public struct DoubleAverageAccumulator : IMergeableAccumulator<DoubleAverageAccumulator>
{
    private double sum;
    private long count;

    /// <summary>The mean; null of none.</summary>
    public readonly double? Result => count == 0 ? null : sum / count;

    /// <summary>Takes a value.</summary>
    public void Add(double value)
    {
        if (double.IsFinite(value))
        {
            sum += value;
            count++;
        }
    }

    /// <inheritdoc/>
    public void Merge(in DoubleAverageAccumulator other)
    {
        sum += other.sum;
        count += other.count;
    }

    /// <inheritdoc/>
    public readonly DoubleAverageAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteDouble(sum);
        writer.WriteVarUInt64((ulong)count);
    }

    /// <inheritdoc/>
    public static DoubleAverageAccumulator Read(ref StateReader reader) =>
        new() { sum = reader.ReadDouble(), count = reader.ReadTally() };
}
