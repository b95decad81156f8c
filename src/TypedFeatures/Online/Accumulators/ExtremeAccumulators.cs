namespace TypedFeatures.Online;

/// <summary>The smallest value.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TKind">Their order.</typeparam>
public struct MinAccumulator<T, TKind> : IMergeableAccumulator<MinAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private T? value;

    /// <summary>Whether there was a value.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The smallest value, where <see cref="HasValue"/>.</summary>
    public readonly T Value => value!;

    /// <summary>Takes a value.</summary>
    public void Add(T value)
    {
        if (TKind.TryAdmit(ref value) && (!HasValue || TKind.Compare(value, this.value!) < 0))
        {
            this.value = value;
            HasValue = true;
        }
    }

    /// <inheritdoc/>
    public void Merge(in MinAccumulator<T, TKind> other)
    {
        if (other.HasValue)
        {
            Add(other.Value);
        }
    }

    /// <inheritdoc/>
    public readonly MinAccumulator<T, TKind> Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteBoolean(HasValue);
        if (HasValue)
        {
            TKind.Write(ref writer, value!);
        }
    }

    /// <inheritdoc/>
    public static MinAccumulator<T, TKind> Read(ref StateReader reader) =>
        reader.ReadBoolean() ? new() { value = TKind.Read(ref reader), HasValue = true } : default;
}

/// <summary>The greatest value.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TKind">Their order.</typeparam>
public struct MaxAccumulator<T, TKind> : IMergeableAccumulator<MaxAccumulator<T, TKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
{
    private T? value;

    /// <summary>Whether there was a value.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The greatest value, where <see cref="HasValue"/>.</summary>
    public readonly T Value => value!;

    /// <summary>Takes a value.</summary>
    public void Add(T value)
    {
        if (TKind.TryAdmit(ref value) && (!HasValue || TKind.Compare(value, this.value!) > 0))
        {
            this.value = value;
            HasValue = true;
        }
    }

    /// <inheritdoc/>
    public void Merge(in MaxAccumulator<T, TKind> other)
    {
        if (other.HasValue)
        {
            Add(other.Value);
        }
    }

    /// <inheritdoc/>
    public readonly MaxAccumulator<T, TKind> Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteBoolean(HasValue);
        if (HasValue)
        {
            TKind.Write(ref writer, value!);
        }
    }

    /// <inheritdoc/>
    public static MaxAccumulator<T, TKind> Read(ref StateReader reader) =>
        reader.ReadBoolean() ? new() { value = TKind.Read(ref reader), HasValue = true } : default;
}
