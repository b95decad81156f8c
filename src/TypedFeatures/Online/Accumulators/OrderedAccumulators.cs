namespace TypedFeatures.Online;

/// <summary>The value of the last row in order, whatever the order of adding.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TKind">Their bytes.</typeparam>
/// <typeparam name="TId">The type of the event id.</typeparam>
/// <typeparam name="TIdKind">Its order.</typeparam>
public struct LatestAccumulator<T, TKind, TId, TIdKind> : IMergeableAccumulator<LatestAccumulator<T, TKind, TId, TIdKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
    where TId : notnull
    where TIdKind : struct, IValueKind<TId>
{
    private T? value;
    private RowOrder<TId, TIdKind> order;

    /// <summary>Whether there was a value.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The last row's value, where <see cref="HasValue"/>.</summary>
    public readonly T Value => value!;

    /// <summary>Takes a row's value.</summary>
    public void Add(T value, in RowOrder<TId, TIdKind> order)
    {
        if (TKind.TryAdmit(ref value) && (!HasValue || order.CompareTo(this.order) > 0))
        {
            this.value = value;
            this.order = order;
            HasValue = true;
        }
    }

    /// <inheritdoc/>
    public void Merge(in LatestAccumulator<T, TKind, TId, TIdKind> other)
    {
        if (other.HasValue)
        {
            Add(other.Value, other.order);
        }
    }

    /// <inheritdoc/>
    public readonly LatestAccumulator<T, TKind, TId, TIdKind> Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteBoolean(HasValue);
        if (HasValue)
        {
            TKind.Write(ref writer, value!);
            order.Write(ref writer);
        }
    }

    /// <inheritdoc/>
    public static LatestAccumulator<T, TKind, TId, TIdKind> Read(ref StateReader reader) =>
        reader.ReadBoolean()
            ? new() { value = TKind.Read(ref reader), order = RowOrder<TId, TIdKind>.Read(ref reader), HasValue = true }
            : default;
}

/// <summary>The value of the first row in order, whatever the order of adding.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TKind">Their bytes.</typeparam>
/// <typeparam name="TId">The type of the event id.</typeparam>
/// <typeparam name="TIdKind">Its order.</typeparam>
public struct FirstAccumulator<T, TKind, TId, TIdKind> : IMergeableAccumulator<FirstAccumulator<T, TKind, TId, TIdKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
    where TId : notnull
    where TIdKind : struct, IValueKind<TId>
{
    private T? value;
    private RowOrder<TId, TIdKind> order;

    /// <summary>Whether there was a value.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The first row's value, where <see cref="HasValue"/>.</summary>
    public readonly T Value => value!;

    /// <summary>Takes a row's value.</summary>
    public void Add(T value, in RowOrder<TId, TIdKind> order)
    {
        if (TKind.TryAdmit(ref value) && (!HasValue || order.CompareTo(this.order) < 0))
        {
            this.value = value;
            this.order = order;
            HasValue = true;
        }
    }

    /// <inheritdoc/>
    public void Merge(in FirstAccumulator<T, TKind, TId, TIdKind> other)
    {
        if (other.HasValue)
        {
            Add(other.Value, other.order);
        }
    }

    /// <inheritdoc/>
    public readonly FirstAccumulator<T, TKind, TId, TIdKind> Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteBoolean(HasValue);
        if (HasValue)
        {
            TKind.Write(ref writer, value!);
            order.Write(ref writer);
        }
    }

    /// <inheritdoc/>
    public static FirstAccumulator<T, TKind, TId, TIdKind> Read(ref StateReader reader) =>
        reader.ReadBoolean()
            ? new() { value = TKind.Read(ref reader), order = RowOrder<TId, TIdKind>.Read(ref reader), HasValue = true }
            : default;
}
