namespace TypedFeatures.Online;

/// <summary>The most frequent value; of equally frequent ones the smallest.</summary>
/// <typeparam name="T">The type of the values; its equality decides.</typeparam>
/// <typeparam name="TKind">Their order and bytes.</typeparam>
public struct ModeAccumulator<T, TKind> : IAccumulator<ModeAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private Dictionary<T, long>? counts;

    /// <summary>Whether there was a value.</summary>
    public readonly bool HasValue => counts is not null;

    /// <summary>The most frequent value, where <see cref="HasValue"/>.</summary>
    public readonly T Value
    {
        get
        {
            var best = default(T)!;
            var most = 0L;
            foreach (var (value, count) in counts ?? [])
            {
                if (count > most || (count == most && TKind.Compare(value, best) < 0))
                {
                    best = value;
                    most = count;
                }
            }

            return best;
        }
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
    public readonly ModeAccumulator<T, TKind> Copy() => new() { counts = counts is null ? null : new(counts) };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        T[] ordered = [.. counts?.Keys ?? Enumerable.Empty<T>()];
        Array.Sort(ordered, TKind.Compare);
        writer.WriteVarUInt64((ulong)ordered.Length);
        foreach (var value in ordered)
        {
            TKind.Write(ref writer, value);
            writer.WriteVarUInt64((ulong)counts![value]);
        }
    }

    /// <inheritdoc/>
    public static ModeAccumulator<T, TKind> Read(ref StateReader reader)
    {
        var length = reader.ReadCount();
        if (length == 0)
        {
            return default;
        }

        var counts = new Dictionary<T, long>(length);
        for (var i = 0; i < length; i++)
        {
            var value = TKind.Read(ref reader);
            var count = reader.ReadTally();
            if (count == 0 || !counts.TryAdd(value, count))
            {
                throw StateReader.Damaged("a frequency table with an impossible entry");
            }
        }

        return new() { counts = counts };
    }
}
