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

    /// <summary>The columns of the table <c>spine</c> after <c>ordinal</c>.</summary>
    private readonly FieldSchema[] columns = [.. training.SpineFields, SpineColumns.AsOf];

    /// <summary>The position of the batch's first row in the whole spine.</summary>
    public long FirstPosition { get; private set; }

    public int Count => rows.Count;

    public TRow RowAt(int index) => rows[index];

    public TSpine SpineAt(int index) => spines[index];

    /// <summary>Replaces the batch by the next rows.</summary>
    /// <returns>False where there are none left.</returns>
    public async ValueTask<bool> FillAsync(IAsyncEnumerator<TRow> source, CancellationToken cancellationToken)
    {
        FirstPosition += rows.Count;
        rows.Clear();
        spines.Clear();
        instants.Clear();
        while (rows.Count < capacity && await source.MoveNextAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(source.Current);
        }

        return rows.Count > 0;
    }

    public SpineRows ToSpineRows() => new(columns, rows.Count, WriteRow);

    private void Add(TRow row)
    {
        var position = FirstPosition + rows.Count;
        var spine = spineOf(row);
        if (spine is null)
        {
            throw new SpineException(position, "row", "is null; leave it out.");
        }

        try
        {
            instants.Add(Instant.FromDateTime(training.AsOfOf(spine)));
        }
        catch (ArgumentException refused)
        {
            throw new SpineException(position, SpineColumns.AsOf.Property, "lies outside the years 1900 to 2299 or is of kind Local; pass an instant in UTC.", refused);
        }

        spines.Add(Normalized(spine, position));
        rows.Add(row);
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
        try
        {
            training.Write(spines[index], writer);
        }
        catch (RowValueException refused)
        {
            throw new SpineException(FirstPosition + index, KeyNames.Of(training.SpineFields), refused.Message, refused);
        }

        writer.Write(Instant.ToDateTime(instants[index]));
    }
}
