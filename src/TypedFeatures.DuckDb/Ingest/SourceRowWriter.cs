using TypedFeatures.DuckDb.Native;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb.Ingest;

/// <summary>Stages the rows of a source; refuses nulls where the store needs a value.</summary>
internal sealed class SourceRowWriter(DuckDbConnection connection, SourceSchema source)
    : VectorRowWriter(connection, DuckDbStorageIngest.StagedTable, [.. source.Columns.Select(c => c.Type.Kind)])
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
