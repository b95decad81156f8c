using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Lookahead;

/// <summary>A row of a source as its table holds it, whatever its C# type.</summary>
/// <param name="Values">The columns' values in the order of the schema, null for null; instants, lengths of time, dates and GUIDs as C# has them, decimals as units, enum members by name.</param>
internal sealed record StoredRow(object?[] Values)
{
    /// <summary>Reads the row at hand.</summary>
    public static StoredRow Read(SourceSchema schema, RowCursor row)
    {
        var values = new object?[schema.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsNull(i) ? null : StoredValues.Read(schema.Columns[i].Type, row, i);
        }

        return new StoredRow(values);
    }
}

/// <summary>Writes stored rows back into a source of the same schema.</summary>
internal sealed class StoredRowSource(SourceSchema schema) : SourceDescriptor<StoredRow>(schema)
{
    /// <inheritdoc/>
    public override void Write(StoredRow row, RowWriter writer)
    {
        for (var i = 0; i < row.Values.Length; i++)
        {
            StoredValues.Write(Schema.Columns[i].Type, row.Values[i], writer);
        }
    }
}
