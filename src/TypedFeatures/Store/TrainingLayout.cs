using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>The columns of a training file and how a row is written: the keys, <c>as_of</c>, the carried columns, the features.</summary>
internal sealed class TrainingLayout<TRow>
{
    private readonly string name;
    private readonly CarriedColumn<TRow>[] carried;
    private readonly FieldSchema[] leading;
    private readonly FieldSchema[] features;

    public TrainingLayout(string name, IEnumerable<FieldSchema> spineFields, IEnumerable<FieldSchema> features, CarriedColumn<TRow>[] carried)
    {
        this.name = name;
        this.carried = carried;
        leading = [.. spineFields, SpineColumns.AsOf];
        this.features = [.. features];
        Columns = [.. leading, .. carried.Select(column => column.Schema), .. this.features];
    }

    public IReadOnlyList<FieldSchema> Columns { get; }

    /// <exception cref="SpineException">A carried value was refused.</exception>
    public void Write(TRow row, long position, RowCursor cursor, RowWriter writer)
    {
        // The result's first column is the ordinal; keys and as_of follow it, then the features.
        var column = 1;
        foreach (var field in leading)
        {
            CursorColumn.Copy(name, field, cursor, column++, writer);
        }

        foreach (var own in carried)
        {
            WriteCarried(own, row, position, writer);
        }

        foreach (var field in features)
        {
            CursorColumn.Copy(name, field, cursor, column++, writer);
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
