namespace TypedFeatures.Online;

/// <summary>The sum of vectors, number by number, kept in double and rounded to floats when read.</summary>
public struct VectorSumAccumulator : IMergeableAccumulator<VectorSumAccumulator>
{
    private VectorTotal total;

    /// <summary>The sum; zeros of none; infinite where a number is too great for a float.</summary>
    /// <param name="length">How many numbers the vectors have.</param>
    public readonly float[] Result(int length) => total.Divided(1) ?? new float[length];

    /// <summary>Takes a vector.</summary>
    public void Add(float[] value) => total.Add(value);

    /// <inheritdoc/>
    public void Merge(in VectorSumAccumulator other) => total.Merge(other.total);

    /// <inheritdoc/>
    public readonly VectorSumAccumulator Copy() => new() { total = total.Copy() };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => total.Write(ref writer);

    /// <inheritdoc/>
    public static VectorSumAccumulator Read(ref StateReader reader) => new() { total = VectorTotal.Read(ref reader) };
}

/// <summary>The mean of vectors, number by number, computed in double and rounded to floats when read.</summary>
public struct VectorAverageAccumulator : IMergeableAccumulator<VectorAverageAccumulator>
{
    private VectorTotal total;

    /// <summary>The mean; null of none.</summary>
    public readonly float[]? Result => total.Divided(total.Count);

    /// <summary>Takes a vector.</summary>
    public void Add(float[] value) => total.Add(value);

    /// <inheritdoc/>
    public void Merge(in VectorAverageAccumulator other) => total.Merge(other.total);

    /// <inheritdoc/>
    public readonly VectorAverageAccumulator Copy() => new() { total = total.Copy() };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => total.Write(ref writer);

    /// <inheritdoc/>
    public static VectorAverageAccumulator Read(ref StateReader reader) => new() { total = VectorTotal.Read(ref reader) };
}

/// <summary>Sums of the numbers of vectors, and how many vectors there were.</summary>
internal struct VectorTotal
{
    private double[]? sums;

    public long Count { get; private set; }

    public void Add(float[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        sums ??= new double[value.Length];
        for (var i = 0; i < value.Length; i++)
        {
            sums[i] += value[i];
        }

        Count++;
    }

    public void Merge(in VectorTotal other)
    {
        if (other.sums is null)
        {
            return;
        }

        sums ??= new double[other.sums.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += other.sums[i];
        }

        Count += other.Count;
    }

    /// <summary>The sums divided by a number; null of no vectors.</summary>
    public readonly float[]? Divided(long divisor) => sums is null ? null : Array.ConvertAll(sums, sum => (float)(sum / divisor) + 0f);

    public readonly VectorTotal Copy() => new() { sums = sums is null ? null : [.. sums], Count = Count };

    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteVarUInt64((ulong)Count);
        if (sums is not null)
        {
            writer.WriteVarUInt64((ulong)sums.Length);
            foreach (var sum in sums)
            {
                writer.WriteDouble(sum);
            }
        }
    }

    public static VectorTotal Read(ref StateReader reader)
    {
        var count = reader.ReadTally();
        if (count == 0)
        {
            return default;
        }

        var sums = new double[reader.ReadCount()];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = reader.ReadDouble();
        }

        return new() { sums = sums, Count = count };
    }
}
