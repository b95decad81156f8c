using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>The columns of a training file and how a row is written: the keys, <c>as_of</c>, the carried columns, the features, the label.</summary>
internal sealed class TrainingLayout<TRow>
{
    private readonly string name;
    private readonly IReadOnlyList<CarriedColumn<TRow>> carried;
    private readonly FieldSchema[] leading;
    private readonly FieldSchema[] features;

    private readonly LabelJoin<TRow>? label;

    public TrainingLayout(
        string name, IEnumerable<FieldSchema> spineFields, IEnumerable<FieldSchema> features, IReadOnlyList<CarriedColumn<TRow>> carried, LabelJoin<TRow>? label)
    {
        this.name = name;
        this.carried = carried;
        this.label = label;
        leading = [.. spineFields, SpineColumns.AsOf];
        this.features = [.. features];
        Columns = [.. leading, .. carried.Select(column => column.Schema), .. this.features, .. label?.Columns ?? []];
    }

    public IReadOnlyList<FieldSchema> Columns { get; }

    /// <exception cref="SpineException">A carried value was refused.</exception>
    public void Write<TFeatures>(TrainingReader<TRow, TFeatures> reader, RowWriter writer)
    {
        var cursor = reader.Cursor;

        // The result's first column is the ordinal; keys and as_of follow it, then the features.
        var column = 1;
        foreach (var field in leading)
        {
            CursorColumn.Copy(name, field, cursor, column++, writer);
        }

        foreach (var own in carried)
        {
            WriteCarried(own, reader.Row, reader.Position, writer);
        }

        foreach (var field in features)
        {
            CursorColumn.Copy(name, field, cursor, column++, writer);
        }

        for (var i = 0; i < label?.Columns.Count; i++)
        {
            CursorColumn.Copy(label.Label.Name, label.Columns[i], reader.LabelCursor, label.FirstValue + i, writer);
        }

        writer.EndRow();
    }

    private static void WriteCarried(CarriedColumn<TRow> column, TRow row, long position, RowWriter writer)
    {
        try
        {
            column.Write(row, writer);
        }
        catch (RowValueException refused)
        {
            throw new SpineException(position, column.Schema.Name, refused.Message, refused);
        }
    }
}
