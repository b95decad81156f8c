namespace TypedFeatures.Online;

/// <summary>The tiles an online state keeps: for each multiple of a length since 1970 that has rows, their partial aggregates.</summary>
/// <typeparam name="TTile">The generated tile.</typeparam>
/// <typeparam name="TRow">The generated row.</typeparam>
public sealed class TileLog<TTile, TRow>
    where TTile : struct, ITile<TTile, TRow>
    where TRow : struct, IStateRow<TRow>
{
    private readonly long width;
    private long[] starts = [];
    private TTile[] tiles = [];

    /// <summary>No tiles.</summary>
    /// <param name="width">The length of a tile, in microseconds.</param>
    public TileLog(long width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        this.width = width;
    }

    /// <summary>How many tiles have rows.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row to its tile; rows may come in any order.</summary>
    public void Add(in TRow row)
    {
        var place = PlaceOf(Instant.FloorTo(row.EventTime, width));
        tiles[place].Add(in row);
    }

    /// <summary>Whether a tile that begins at or after an instant has rows.</summary>
    /// <param name="from">Microseconds.</param>
    public bool AnyFrom(long from) => Count > 0 && starts[Count - 1] >= from;

    /// <summary>Merges the tiles that begin at or after an instant, the earliest first.</summary>
    /// <param name="from">Microseconds.</param>
    /// <param name="window">What takes them in.</param>
    public void MergeFrom(long from, ref TTile window)
    {
        for (var i = FirstFrom(from); i < Count; i++)
        {
            window.Merge(in tiles[i]);
        }
    }

    /// <summary>Writes the tiles, their begins as distances from one to the next.</summary>
    public void Write(ref StateWriter writer)
    {
        writer.WriteVarUInt64((ulong)Count);
        var previous = Instant.FloorTo(Instant.Min, width);
        for (var i = 0; i < Count; i++)
        {
            writer.WriteVarUInt64((ulong)((starts[i] - previous) / width));
            previous = starts[i];
            tiles[i].Write(ref writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The bytes.</param>
    /// <param name="width">The length of a tile, in microseconds.</param>
    /// <exception cref="InvalidDataException">The bytes are no such tiles.</exception>
    public static TileLog<TTile, TRow> Read(ref StateReader reader, long width)
    {
        var count = reader.ReadCount();
        var log = new TileLog<TTile, TRow>(width) { starts = new long[count], tiles = new TTile[count], Count = count };
        var previous = Instant.FloorTo(Instant.Min, width);
        for (var i = 0; i < count; i++)
        {
            var distance = reader.ReadVarUInt64();
            if ((i > 0 && distance == 0) || distance > (ulong)((Instant.Max - previous) / width))
            {
                throw StateReader.Damaged("tiles out of order or outside the years 1900 to 2299");
            }

            previous += (long)distance * width;
            log.starts[i] = previous;
            log.tiles[i] = TTile.Read(ref reader);
        }

        return log;
    }

    private int FirstFrom(long from)
    {
        var place = Array.BinarySearch(starts, 0, Count, from);
        return place >= 0 ? place : ~place;
    }

    private int PlaceOf(long start)
    {
        var place = FirstFrom(start);
        if (place < Count && starts[place] == start)
        {
            return place;
        }

        if (Count == starts.Length)
        {
            var capacity = Math.Max(4, Count * 2);
            Array.Resize(ref starts, capacity);
            Array.Resize(ref tiles, capacity);
        }

        Array.Copy(starts, place, starts, place + 1, Count - place);
        Array.Copy(tiles, place, tiles, place + 1, Count - place);
        starts[place] = start;
        tiles[place] = default;
        Count++;
        return place;
    }
}
