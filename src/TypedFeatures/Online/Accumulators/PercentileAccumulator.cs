namespace TypedFeatures.Online;

/// <summary>Percentiles of doubles; infinities and NaN are skipped like nulls. It keeps every value.</summary>
public struct PercentileAccumulator : IAccumulator<PercentileAccumulator>
{
    private List<double>? values;

    /// <summary>The value at a share of the sorted values, linearly interpolated; null of none.</summary>
    /// <param name="p">From 0 to 1.</param>
    public readonly double? Result(double p)
    {
        if (values is null)
        {
            return null;
        }

        double[] sorted = [.. values];
        Array.Sort(sorted);
        return Interpolated.At(sorted, p);
    }

    /// <summary>Takes a value.</summary>
    public void Add(double value)
    {
        if (DoubleKind.TryAdmit(ref value))
        {
            (values ??= []).Add(value);
        }
    }

    /// <inheritdoc/>
    public readonly PercentileAccumulator Copy() => new() { values = values is null ? null : [.. values] };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        double[] sorted = [.. values ?? []];
        Array.Sort(sorted);
        writer.WriteVarUInt64((ulong)sorted.Length);
        foreach (var value in sorted)
        {
            writer.WriteDouble(value);
        }
    }

    /// <inheritdoc/>
    public static PercentileAccumulator Read(ref StateReader reader)
    {
        var count = reader.ReadCount();
        if (count == 0)
        {
            return default;
        }

        var values = new List<double>(count);
        for (var i = 0; i < count; i++)
        {
            values.Add(reader.ReadDouble());
        }

        return new() { values = values };
    }
}
