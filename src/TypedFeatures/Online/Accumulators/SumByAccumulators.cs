namespace TypedFeatures.Online;

/// <summary>The exact sum of integers by value; only the totals must fit.</summary>
/// <typeparam name="T">The type of the values; its equality decides.</typeparam>
/// <typeparam name="TKind">Their order and bytes.</typeparam>
public struct SumByAccumulator<T, TKind> : IAccumulator<SumByAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private Dictionary<T, Int128>? sums;

    /// <summary>The sums by value.</summary>
    /// <exception cref="OverflowException">An exact sum does not fit 64 bits.</exception>
    public readonly FeatureMap<T, long> Result =>
        SortedTotals<T, TKind>.Map(sums?.ToDictionary(static sum => sum.Key, static sum => checked((long)sum.Value)));

    /// <summary>Takes a value with its amount.</summary>
    public void Add(T value, long amount)
    {
        if (TKind.TryAdmit(ref value))
        {
            sums ??= [];
            sums[value] = sums.GetValueOrDefault(value) + amount;
        }
    }

    /// <inheritdoc/>
    public readonly SumByAccumulator<T, TKind> Copy() => new() { sums = sums is null ? null : new(sums) };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        var keys = SortedTotals<T, TKind>.Keys(sums);
        writer.WriteVarUInt64((ulong)keys.Length);
        foreach (var key in keys)
        {
            TKind.Write(ref writer, key);
            writer.WriteInt128(sums![key]);
        }
    }

    /// <inheritdoc/>
    public static SumByAccumulator<T, TKind> Read(ref StateReader reader)
    {
        var length = reader.ReadCount();
        var sums = length == 0 ? null : new Dictionary<T, Int128>(length);
        for (var i = 0; i < length; i++)
        {
            if (!sums!.TryAdd(TKind.Read(ref reader), reader.ReadInt128()))
            {
                throw StateReader.Damaged("totals with the same value twice");
            }
        }

        return new() { sums = sums };
    }
}

/// <summary>The sum of doubles by value; infinities and NaN are skipped like nulls.</summary>
/// <typeparam name="T">The type of the values; its equality decides.</typeparam>
/// <typeparam name="TKind">Their order and bytes.</typeparam>
public struct DoubleSumByAccumulator<T, TKind> : IAccumulator<DoubleSumByAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private Dictionary<T, double>? sums;

    /// <summary>The sums by value; infinite where they are too great.</summary>
    public readonly FeatureMap<T, double> Result => SortedTotals<T, TKind>.Map(sums);

    /// <summary>Takes a value with its amount.</summary>
    public void Add(T value, double amount)
    {
        if (TKind.TryAdmit(ref value) && double.IsFinite(amount))
        {
            sums ??= [];
            sums[value] = sums.GetValueOrDefault(value) + amount;
        }
    }

    /// <inheritdoc/>
    public readonly DoubleSumByAccumulator<T, TKind> Copy() => new() { sums = sums is null ? null : new(sums) };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        var keys = SortedTotals<T, TKind>.Keys(sums);
        writer.WriteVarUInt64((ulong)keys.Length);
        foreach (var key in keys)
        {
            TKind.Write(ref writer, key);
            writer.WriteDouble(sums![key]);
        }
    }

    /// <inheritdoc/>
    public static DoubleSumByAccumulator<T, TKind> Read(ref StateReader reader)
    {
        var length = reader.ReadCount();
        var sums = length == 0 ? null : new Dictionary<T, double>(length);
        for (var i = 0; i < length; i++)
        {
            if (!sums!.TryAdd(TKind.Read(ref reader), reader.ReadDouble()))
            {
                throw StateReader.Damaged("totals with the same value twice");
            }
        }

        return new() { sums = sums };
    }
}
