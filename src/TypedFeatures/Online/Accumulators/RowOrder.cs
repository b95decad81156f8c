namespace TypedFeatures.Online;

/// <summary>A row's place in the order of its source: by event time, then ingest time, then event id.</summary>
/// <typeparam name="TId">The type of the event id.</typeparam>
/// <typeparam name="TIdKind">Its order.</typeparam>
/// <param name="EventTime">Microseconds.</param>
/// <param name="IngestTime">Microseconds; the same number for all rows where the source has no ingest time.</param>
/// <param name="EventId">The event id.</param>
public readonly record struct RowOrder<TId, TIdKind>(long EventTime, long IngestTime, TId EventId)
    where TId : notnull
    where TIdKind : struct, IValueKind<TId>
{
    /// <summary>Negative, zero or positive, as this row comes before, is, or follows the other.</summary>
    public int CompareTo(in RowOrder<TId, TIdKind> other)
    {
        var order = EventTime.CompareTo(other.EventTime);
        order = order != 0 ? order : IngestTime.CompareTo(other.IngestTime);
        return order != 0 ? order : TIdKind.Compare(EventId, other.EventId);
    }

    /// <summary>Writes the place.</summary>
    public void Write(ref StateWriter writer)
    {
        writer.WriteVarInt64(EventTime);
        writer.WriteVarInt64(IngestTime);
        TIdKind.Write(ref writer, EventId);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RowOrder<TId, TIdKind> Read(ref StateReader reader) =>
        new(reader.ReadVarInt64(), reader.ReadVarInt64(), TIdKind.Read(ref reader));
}
