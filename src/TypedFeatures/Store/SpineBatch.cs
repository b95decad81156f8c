using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>The spine rows of one query, checked, beside the caller's rows they were made of.</summary>
internal sealed class SpineBatch<TRow, TFeatures, TSpine>(
    TrainingSource<TSpine, TFeatures> training, Func<TRow, TSpine> spineOf, int capacity)
{
    private readonly List<TRow> rows = [];
    private readonly List<TSpine> spines = [];
    private readonly List<long> instants = [];
    private readonly List<long> positions = [];
    private readonly KeyBytesWriter keyBytes = new(training.KeyFields);
    private long nextPosition;

    /// <summary>The columns of the table <c>spine</c> after <c>ordinal</c>.</summary>
    private readonly FieldSchema[] columns = [.. training.SpineFields, SpineColumns.AsOf];

    public int Count => rows.Count;

    public TRow RowAt(int index) => rows[index];

    public TSpine SpineAt(int index) => spines[index];

    /// <summary>A row's instant, in microseconds.</summary>
    public long AsOfAt(int index) => instants[index];

    /// <summary>A row's position in the whole spine, from 0.</summary>
    public long PositionAt(int index) => positions[index];

    /// <summary>Replaces the batch by the next rows that are in the set.</summary>
    /// <returns>False where there are none left.</returns>
    public async ValueTask<bool> FillAsync(
        IAsyncEnumerator<TRow> source, IReadOnlyList<RowRule> rules, TrainingTally tally, CancellationToken cancellationToken)
    {
        var needsKey = rules.Any(static rule => rule.NeedsKey);
        rows.Clear();
        positions.Clear();
        spines.Clear();
        instants.Clear();
        while (rows.Count < capacity && await source.MoveNextAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(Add(source.Current, rules, needsKey));
            nextPosition++;
        }

        return rows.Count > 0;
    }

    public SpineRows ToSpineRows() => new(columns, rows.Count, WriteRow);

    /// <summary>Some of the rows, in the order given.</summary>
    public SpineRows ToSpineRows(IReadOnlyList<int> indexes) => new(columns, indexes.Count, (i, writer) => WriteRow(indexes[i], writer));

    private RowFate Add(TRow row, IReadOnlyList<RowRule> rules, bool needsKey)
    {
        var position = nextPosition;
        var spine = spineOf(row);
        if (spine is null)
        {
            throw new SpineException(position, "row", "is null; leave it out.");
        }

        var asOf = InstantOf(spine, position);
        var normalized = Normalized(spine, position);
        var fate = FateOf(asOf, needsKey ? KeyBytesOf(normalized, position) : default, rules);
        if (fate == RowFate.Kept)
        {
            rows.Add(row);
            spines.Add(normalized);
            instants.Add(asOf);
            positions.Add(position);
        }

        return fate;
    }

    private static RowFate FateOf(long asOf, ReadOnlySpan<byte> key, IReadOnlyList<RowRule> rules)
    {
        foreach (var rule in rules)
        {
            var fate = rule.FateOf(asOf, key);
            if (fate != RowFate.Kept)
            {
                return fate;
            }
        }

        return RowFate.Kept;
    }

    private long InstantOf(TSpine spine, long position)
    {
        try
        {
            return Instant.FromDateTime(training.AsOfOf(spine));
        }
        catch (ArgumentException refused)
        {
            throw new SpineException(position, SpineColumns.AsOf.Property, "lies outside the years 1900 to 2299 or is of kind Local; pass an instant in UTC.", refused);
        }
    }

    private ReadOnlySpan<byte> KeyBytesOf(TSpine spine, long position)
    {
        keyBytes.Clear();
        WriteFields(spine, position, keyBytes);
        return keyBytes.Bytes;
    }

    private TSpine Normalized(TSpine spine, long position)
    {
        try
        {
            return training.Normalize(spine);
        }
        catch (ArgumentException refused)
        {
            throw new SpineException(position, "request", refused.Message, refused);
        }
    }

    private void WriteRow(int index, RowWriter writer)
    {
        WriteFields(spines[index], positions[index], writer);
        writer.Write(Instant.ToDateTime(instants[index]));
    }

    private void WriteFields(TSpine spine, long position, RowWriter writer)
    {
        try
        {
            training.Write(spine, writer);
        }
        catch (RowValueException refused)
        {
            throw new SpineException(position, KeyNames.Of(training.SpineFields), refused.Message, refused);
        }
    }
}
