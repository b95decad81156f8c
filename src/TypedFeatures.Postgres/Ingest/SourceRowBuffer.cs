using TypedFeatures.Plans;
using TypedFeatures.Postgres.Copy;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres.Ingest;

/// <summary>The rows of a source on their way: refuses nulls where the store needs a value.</summary>
internal sealed class SourceRowBuffer(SourceSchema source) : BinaryRowBuffer(source.Columns.Count)
{
    private readonly bool[] isRequired =
        [.. source.Columns.Select(c => c.Role is ColumnRole.EventId or ColumnRole.EventTime or ColumnRole.IngestTime or ColumnRole.ValidFrom)];

    protected override void PutNull()
    {
        if (isRequired[Column])
        {
            throw new RowValueException(Column, $"is null, but it is the row's {source.Columns[Column].Role}, which every row needs.");
        }

        base.PutNull();
    }
}
