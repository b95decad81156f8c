namespace TypedFeatures.Online;

/// <summary>The values of the first rows in order, oldest first, whatever the order of adding; at most as many as asked for.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TKind">Their bytes.</typeparam>
/// <typeparam name="TId">The type of the event id.</typeparam>
/// <typeparam name="TIdKind">Its order.</typeparam>
public struct FirstKAccumulator<T, TKind, TId, TIdKind> : IMergeableAccumulator<FirstKAccumulator<T, TKind, TId, TIdKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
    where TId : notnull
    where TIdKind : struct, IValueKind<TId>
{
    private RankedRows<T, TKind, TId, TIdKind>? rows;

    /// <summary>The values; none where there was no row.</summary>
    public readonly FeatureList<T> Result => RankedRows<T, TKind, TId, TIdKind>.Values(rows);

    /// <summary>Takes a row's value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="order">The row's place.</param>
    /// <param name="k">How many are kept, the same number every time.</param>
    public void Add(T value, in RowOrder<TId, TIdKind> order, long k)
    {
        if (TKind.TryAdmit(ref value))
        {
            (rows ??= new()).Add(value, order, k, descending: false);
        }
    }

    /// <inheritdoc/>
    public void Merge(in FirstKAccumulator<T, TKind, TId, TIdKind> other)
    {
        if (other.rows is not null)
        {
            (rows ??= new()).Merge(other.rows, descending: false);
        }
    }

    /// <inheritdoc/>
    public readonly FirstKAccumulator<T, TKind, TId, TIdKind> Copy() => new() { rows = rows?.Copy() };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => RankedRows<T, TKind, TId, TIdKind>.Write(rows, ref writer);

    /// <inheritdoc/>
    public static FirstKAccumulator<T, TKind, TId, TIdKind> Read(ref StateReader reader) =>
        new() { rows = RankedRows<T, TKind, TId, TIdKind>.Read(ref reader, descending: false) };
}

/// <summary>The values of the last rows in order, newest first, whatever the order of adding; at most as many as asked for.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TKind">Their bytes.</typeparam>
/// <typeparam name="TId">The type of the event id.</typeparam>
/// <typeparam name="TIdKind">Its order.</typeparam>
public struct LatestKAccumulator<T, TKind, TId, TIdKind> : IMergeableAccumulator<LatestKAccumulator<T, TKind, TId, TIdKind>>
    where T : notnull
    where TKind : struct, IValueKind<T>
    where TId : notnull
    where TIdKind : struct, IValueKind<TId>
{
    private RankedRows<T, TKind, TId, TIdKind>? rows;

    /// <summary>The values; none where there was no row.</summary>
    public readonly FeatureList<T> Result => RankedRows<T, TKind, TId, TIdKind>.Values(rows);

    /// <summary>Takes a row's value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="order">The row's place.</param>
    /// <param name="k">How many are kept, the same number every time.</param>
    public void Add(T value, in RowOrder<TId, TIdKind> order, long k)
    {
        if (TKind.TryAdmit(ref value))
        {
            (rows ??= new()).Add(value, order, k, descending: true);
        }
    }

    /// <inheritdoc/>
    public void Merge(in LatestKAccumulator<T, TKind, TId, TIdKind> other)
    {
        if (other.rows is not null)
        {
            (rows ??= new()).Merge(other.rows, descending: true);
        }
    }

    /// <inheritdoc/>
    public readonly LatestKAccumulator<T, TKind, TId, TIdKind> Copy() => new() { rows = rows?.Copy() };

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => RankedRows<T, TKind, TId, TIdKind>.Write(rows, ref writer);

    /// <inheritdoc/>
    public static LatestKAccumulator<T, TKind, TId, TIdKind> Read(ref StateReader reader) =>
        new() { rows = RankedRows<T, TKind, TId, TIdKind>.Read(ref reader, descending: true) };
}
