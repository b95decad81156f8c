namespace TypedFeatures.Online;

/// <summary>The rows an online state keeps, in order, so that a window is a slice found by two binary searches.</summary>
/// <typeparam name="TRow">The generated row.</typeparam>
public sealed class RowLog<TRow>
    where TRow : struct, IStateRow<TRow>
{
    private TRow[] rows = [];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The event time of the last row in microseconds; null where there is none.</summary>
    public long? LatestEventTime => Count == 0 ? null : rows[Count - 1].EventTime;

    /// <summary>Puts a row at its place; rows may come in any order, fastest in their own.</summary>
    public void Add(in TRow row)
    {
        if (Count == rows.Length)
        {
            Array.Resize(ref rows, Math.Max(4, Count * 2));
        }

        var index = PlaceOf(row);
        Array.Copy(rows, index, rows, index + 1, Count - index);
        rows[index] = row;
        Count++;
    }

    /// <summary>The rows with <paramref name="after"/> &lt; event time ≤ <paramref name="through"/>, in order. Valid until the next change.</summary>
    public ReadOnlySpan<TRow> Window(long after, long through)
    {
        var first = FirstAfter(after);
        var end = FirstAfter(through);
        return first < end ? rows.AsSpan(first, end - first) : [];
    }

    /// <summary>
    /// The last of the rows with <paramref name="after"/> &lt; event time ≤ <paramref name="through"/>, as far back as no gap between neighbours, nor between the
    /// last and <paramref name="through"/>, is longer than <paramref name="gap"/>. Valid until the next change.
    /// </summary>
    public ReadOnlySpan<TRow> Session(long gap, long after, long through)
    {
        var window = Window(after, through);
        var first = window.Length;
        for (var next = through; first > 0 && next - window[first - 1].EventTime <= gap; first--)
        {
            next = window[first - 1].EventTime;
        }

        return window[first..];
    }

    /// <summary>Forgets the rows with event time ≤ <paramref name="through"/>.</summary>
    public void EvictThrough(long through)
    {
        var evicted = FirstAfter(through);
        Array.Copy(rows, evicted, rows, 0, Count - evicted);
        Array.Clear(rows, Count - evicted, evicted);
        Count -= evicted;
    }

    /// <summary>Writes the rows, event times as distances from one row to the next.</summary>
    public void Write(ref StateWriter writer)
    {
        writer.WriteVarUInt64((ulong)Count);
        var previous = Instant.Min;
        foreach (ref readonly var row in rows.AsSpan(0, Count))
        {
            writer.WriteVarUInt64((ulong)(row.EventTime - previous));
            previous = row.EventTime;
            RowCodec.Write(ref writer, in row);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such rows.</exception>
    public static RowLog<TRow> Read(ref StateReader reader)
    {
        var count = reader.ReadCount();
        var log = new RowLog<TRow> { rows = new TRow[count], Count = count };
        var time = Instant.Min;
        for (var i = 0; i < count; i++)
        {
            var distance = reader.ReadVarUInt64();
            if (distance > (ulong)(Instant.Max - time))
            {
                throw StateReader.Damaged("an event time outside the years 1900 to 2299");
            }

            time += (long)distance;
            log.rows[i] = RowCodec.Read<TRow>(ref reader, time);
            if (i > 0 && TRow.Compare(in log.rows[i - 1], in log.rows[i]) > 0)
            {
                throw StateReader.Damaged("rows out of order");
            }
        }

        return log;
    }

    /// <summary>Reads rows that are all there is.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such rows, or more than that.</exception>
    public static RowLog<TRow> ReadToEnd(ref StateReader reader)
    {
        var rows = Read(ref reader);
        reader.ExpectEnd();
        return rows;
    }

    // After equal rows, so that adding in order never moves anything.
    private int PlaceOf(in TRow row)
    {
        if (Count == 0 || TRow.Compare(in rows[Count - 1], in row) <= 0)
        {
            return Count;
        }

        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = TRow.Compare(in rows[middle], in row) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int FirstAfter(long time)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = rows[middle].EventTime <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
