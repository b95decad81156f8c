namespace TypedFeatures.Online;

/// <summary>The values of the first rows in an order, at most so many: what lists of first and latest values keep.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TKind">Their bytes.</typeparam>
/// <typeparam name="TId">The type of the event id.</typeparam>
/// <typeparam name="TIdKind">Its order.</typeparam>
internal sealed class RankedRows<T, TKind, TId, TIdKind>
    where T : notnull
    where TKind : struct, IValueKind<T>
    where TId : notnull
    where TIdKind : struct, IValueKind<TId>
{
    private readonly List<(T Value, RowOrder<TId, TIdKind> Order)> rows;

    /// <summary>How many rows are kept, as the last one said that came; part of what is written, since rows of two tiles are merged without a row at hand.</summary>
    private long limit;

    public RankedRows() => rows = [];

    private RankedRows(List<(T Value, RowOrder<TId, TIdKind> Order)> rows, long limit)
    {
        this.rows = rows;
        this.limit = limit;
    }

    public static FeatureList<T> Values(RankedRows<T, TKind, TId, TIdKind>? ranked) =>
        ranked is null ? FeatureList<T>.Empty : new FeatureList<T>([.. ranked.rows.Select(static row => row.Value)]);

    /// <summary>Takes a row where it is among the first.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="order">Its place.</param>
    /// <param name="most">How many rows are kept.</param>
    /// <param name="descending">Whether the greatest come first.</param>
    public void Add(T value, in RowOrder<TId, TIdKind> order, long most, bool descending)
    {
        limit = most;
        var place = rows.Count;
        while (place > 0 && (descending ? rows[place - 1].Order.CompareTo(order) < 0 : rows[place - 1].Order.CompareTo(order) > 0))
        {
            place--;
        }

        if (place >= most)
        {
            return;
        }

        rows.Insert(place, (value, order));
        if (rows.Count > most)
        {
            rows.RemoveAt(rows.Count - 1);
        }
    }

    /// <summary>Takes the rows of another of the same limit.</summary>
    public void Merge(RankedRows<T, TKind, TId, TIdKind> other, bool descending)
    {
        foreach (var (value, order) in other.rows)
        {
            Add(value, order, other.limit, descending);
        }
    }

    public RankedRows<T, TKind, TId, TIdKind> Copy() => new([.. rows], limit);

    public static void Write(RankedRows<T, TKind, TId, TIdKind>? ranked, ref StateWriter writer)
    {
        writer.WriteVarUInt64((ulong)(ranked?.rows.Count ?? 0));
        if (ranked is null || ranked.rows.Count == 0)
        {
            return;
        }

        writer.WriteVarUInt64((ulong)ranked.limit);
        foreach (var (value, order) in ranked.rows)
        {
            TKind.Write(ref writer, value);
            order.Write(ref writer);
        }
    }

    public static RankedRows<T, TKind, TId, TIdKind>? Read(ref StateReader reader, bool descending)
    {
        var count = reader.ReadCount();
        if (count == 0)
        {
            return null;
        }

        var limit = (long)reader.ReadVarUInt64();
        var rows = new List<(T Value, RowOrder<TId, TIdKind> Order)>(count);
        for (var i = 0; i < count; i++)
        {
            rows.Add((TKind.Read(ref reader), RowOrder<TId, TIdKind>.Read(ref reader)));
            if (i > 0 && rows[i - 1].Order.CompareTo(rows[i].Order) is var order && (descending ? order < 0 : order > 0))
            {
                throw StateReader.Damaged("a list out of order");
            }
        }

        return new(rows, limit);
    }
}
