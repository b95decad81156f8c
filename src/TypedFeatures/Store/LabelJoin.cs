using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>A label beside a training set: whose label a row has, and the label's columns in files.</summary>
internal sealed class LabelJoin<TRow>
{
    private readonly IReadOnlyList<FieldSchema>? spineFields;
    private readonly Action<TRow, RowWriter>? writeKey;

    private LabelJoin(LabelDescriptor label, IReadOnlyList<FieldSchema>? spineFields, Action<TRow, RowWriter>? writeKey)
    {
        Label = label;
        this.spineFields = spineFields;
        this.writeKey = writeKey;
        Columns = [.. label.Values.Select(value => value with { Name = value.Name == "value" ? label.Name : label.Name + "_" + value.Name })];
    }

    public LabelDescriptor Label { get; }

    /// <summary>The label's values in files: under the label's name, so that they keep clear of features.</summary>
    public IReadOnlyList<FieldSchema> Columns { get; }

    /// <summary>The horizon, in microseconds.</summary>
    public long Horizon => Instant.FromTimeSpan(Label.Horizon);

    /// <summary>The label's value columns of its result start here: <c>ordinal</c>, the keys and <c>as_of</c> come before.</summary>
    public int FirstValue => 1 + Label.Keys.Count + 1;

    /// <summary>A label of the entity that fields of the spine name.</summary>
    /// <exception cref="ArgumentException">The spine has no such entity.</exception>
    public static LabelJoin<TRow> OfSpine(LabelDescriptor label, string training, IReadOnlyList<FieldSchema> spineFields)
    {
        if (label.Keys.FirstOrDefault(key => !spineFields.Any(field => IsSame(field, key))) is { } missing)
        {
            var has = string.Join(", ", spineFields.Select(field => $"{field.Property} ({field.Type})"));
            throw new ArgumentException(
                $"Label '{label.Name}' is of {missing.Property} ({missing.Type}), which the spine of '{training}' does not have; it has {has}. "
                + "Say whose label a row has: WithLabel(label, row => …).",
                nameof(label));
        }

        return new(label, spineFields, null);
    }

    /// <summary>A label of the entity that is made of each row.</summary>
    public static LabelJoin<TRow> OfRow<TKey, TLabel>(Label<TKey, TLabel> label, Func<TRow, TKey> keyOf)
        where TKey : notnull
        where TLabel : class =>
        new(label.Descriptor, null, (row, writer) => label.WriteKey(keyOf(row), writer));

    /// <summary>The spine of the label's query: the training set's own with the label's names, or one of keys made of the rows.</summary>
    /// <param name="spine">The training set's spine.</param>
    /// <param name="rowAt">The caller's rows.</param>
    /// <param name="asOfAt">Their instants.</param>
    /// <param name="positionAt">Their positions in the whole spine.</param>
    public SpineRows SpineOf(SpineRows spine, Func<int, TRow> rowAt, Func<int, long> asOfAt, Func<int, long> positionAt)
    {
        if (writeKey is null)
        {
            return spine with { Columns = [.. spineFields!.Select(Renamed), SpineColumns.AsOf] };
        }

        return new([.. Label.Keys, SpineColumns.AsOf], spine.Count, Write);

        void Write(int index, RowWriter writer)
        {
            try
            {
                writeKey(rowAt(index), writer);
            }
            catch (RowValueException refused)
            {
                throw new SpineException(positionAt(index), KeyNames.Of(Label.Keys), refused.Message, refused);
            }

            writer.Write(Instant.ToDateTime(asOfAt(index)));
        }
    }

    private static bool IsSame(FieldSchema field, FieldSchema key) => field.Property == key.Property && field.Type.NonNullable == key.Type;

    /// <summary>A field of the spine under the name by which the label's plan asks for it; others must not be in its way.</summary>
    private FieldSchema Renamed(FieldSchema field)
    {
        if (Label.Keys.FirstOrDefault(key => IsSame(field, key)) is { } key)
        {
            return field with { Name = key.Name };
        }

        return Label.Keys.Any(k => string.Equals(k.Name, field.Name, StringComparison.OrdinalIgnoreCase)) ? field with { Name = field.Name + "__unused" } : field;
    }
}

/// <summary>Reads how far the sources of a label are known.</summary>
internal static class LabelWatermark
{
    /// <summary>The least over the sources; null where one has none.</summary>
    public static async ValueTask<long?> ReadAsync(IOfflineEngine engine, IEnumerable<SourceSchema> sources, CancellationToken cancellationToken)
    {
        var least = long.MaxValue;
        foreach (var source in sources.DistinctBy(static source => source.Name))
        {
            if (await engine.GetIngestWatermarkAsync(source, cancellationToken).ConfigureAwait(false) is not { } watermark)
            {
                return null;
            }

            least = Math.Min(least, watermark);
        }

        return least;
    }
}
