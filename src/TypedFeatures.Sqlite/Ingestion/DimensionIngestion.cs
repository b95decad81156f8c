using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>Brings in the rows of a source without event ids, dimensions and feature tables: a row that is there already is dropped, all else is kept.</summary>
internal sealed class DimensionIngestion<T>(SqliteDatabase database, SourceDescriptor<T> source)
    : RowIngestion<T>(source, database.Prepare(SqliteStorageIngest.InsertDimension(source.Schema)))
    where T : class
{
    private long added;

    public override IngestReport Complete() => new(Read, added, Read - added, Replaced: 0, Versions: 0, Quarantined: 0);

    protected override void AfterInsert(T row) => added += database.Changes;
}
