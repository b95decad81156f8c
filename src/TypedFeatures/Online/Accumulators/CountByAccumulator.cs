namespace TypedFeatures.Online;

/// <summary>How often each value came.</summary>
/// <typeparam name="T">The type of the values; its equality decides.</typeparam>
/// <typeparam name="TKind">Their order and bytes.</typeparam>
public struct CountByAccumulator<T, TKind> : IAccumulator<CountByAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private Dictionary<T, long>? counts;

    /// <summary>The counts by value.</summary>
    public readonly FeatureMap<T, long> Result => SortedTotals<T, TKind>.Map(counts);

    /// <summary>The most frequent values, of equally frequent ones the smaller first.</summary>
    /// <param name="k">At most how many.</param>
    public readonly FeatureList<T> MostFrequent(long k)
    {
        if (counts is null)
        {
            return FeatureList<T>.Empty;
        }

        KeyValuePair<T, long>[] all = [.. counts];
        Array.Sort(all, static (left, right) => left.Value != right.Value ? right.Value.CompareTo(left.Value) : TKind.Compare(left.Key, right.Key));
        return new FeatureList<T>([.. all.Take((int)k).Select(static entry => entry.Key)]);
    }

    /// <summary>Takes a value.</summary>
    public void Add(T value)
    {
        if (TKind.TryAdmit(ref value))
        {
            counts ??= [];
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    /// <inheritdoc/>
    public readonly CountByAccumulator<T, TKind> Copy() => new() { counts = counts is null ? null : new(counts) };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        var keys = SortedTotals<T, TKind>.Keys(counts);
        writer.WriteVarUInt64((ulong)keys.Length);
        foreach (var key in keys)
        {
            TKind.Write(ref writer, key);
            writer.WriteVarUInt64((ulong)counts![key]);
        }
    }

    /// <inheritdoc/>
    public static CountByAccumulator<T, TKind> Read(ref StateReader reader)
    {
        var length = reader.ReadCount();
        var counts = length == 0 ? null : new Dictionary<T, long>(length);
        for (var i = 0; i < length; i++)
        {
            var value = TKind.Read(ref reader);
            var count = reader.ReadTally();
            if (count == 0 || !counts!.TryAdd(value, count))
            {
                throw StateReader.Damaged("a frequency table with an impossible entry");
            }
        }

        return new() { counts = counts };
    }
}

/// <summary>The most frequent values.</summary>
/// <typeparam name="T">The type of the values; its equality decides.</typeparam>
/// <typeparam name="TKind">Their order and bytes.</typeparam>
public struct TopKAccumulator<T, TKind> : IAccumulator<TopKAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private CountByAccumulator<T, TKind> counts;

    /// <summary>The most frequent values, of equally frequent ones the smaller first.</summary>
    /// <param name="k">At most how many.</param>
    public readonly FeatureList<T> Result(long k) => counts.MostFrequent(k);

    /// <summary>Takes a value.</summary>
    public void Add(T value) => counts.Add(value);

    /// <inheritdoc/>
    public readonly TopKAccumulator<T, TKind> Copy() => new() { counts = counts.Copy() };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => counts.Write(ref writer);

    /// <inheritdoc/>
    public static TopKAccumulator<T, TKind> Read(ref StateReader reader) => new() { counts = CountByAccumulator<T, TKind>.Read(ref reader) };
}

/// <summary>Totals by value, in the order of the values.</summary>
internal static class SortedTotals<T, TKind>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    public static T[] Keys<TTotal>(Dictionary<T, TTotal>? totals)
    {
        T[] keys = [.. totals?.Keys ?? Enumerable.Empty<T>()];
        Array.Sort(keys, TKind.Compare);
        return keys;
    }

    public static FeatureMap<T, TTotal> Map<TTotal>(Dictionary<T, TTotal>? totals)
        where TTotal : struct
    {
        var keys = Keys(totals);
        return keys.Length == 0 ? FeatureMap<T, TTotal>.Empty : new(keys, Array.ConvertAll(keys, key => totals![key]));
    }
}
