namespace TypedFeatures.Online;

/// <summary>The number of distinct values.</summary>
/// <typeparam name="T">The type of the values; its equality decides.</typeparam>
/// <typeparam name="TKind">Their order and bytes.</typeparam>
public struct CountDistinctAccumulator<T, TKind> : IAccumulator<CountDistinctAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private HashSet<T>? values;

    /// <summary>How many different values there were.</summary>
    public readonly long Result => values?.Count ?? 0;

    /// <summary>Takes a value.</summary>
    public void Add(T value)
    {
        if (TKind.TryAdmit(ref value))
        {
            (values ??= []).Add(value);
        }
    }

    /// <inheritdoc/>
    public readonly CountDistinctAccumulator<T, TKind> Copy() => new() { values = values is null ? null : [.. values] };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        T[] ordered = [.. values ?? []];
        Array.Sort(ordered, TKind.Compare);
        writer.WriteVarUInt64((ulong)ordered.Length);
        foreach (var value in ordered)
        {
            TKind.Write(ref writer, value);
        }
    }

    /// <inheritdoc/>
    public static CountDistinctAccumulator<T, TKind> Read(ref StateReader reader)
    {
        var count = reader.ReadCount();
        if (count == 0)
        {
            return default;
        }

        var values = new HashSet<T>(count);
        for (var i = 0; i < count; i++)
        {
            if (!values.Add(TKind.Read(ref reader)))
            {
                throw StateReader.Damaged("a set with the same value twice");
            }
        }

        return new() { values = values };
    }
}
