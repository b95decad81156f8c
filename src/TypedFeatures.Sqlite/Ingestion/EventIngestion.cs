using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>
/// Brings in events. Rows of new ids go straight in. Those whose id is there already, a few in practice, wait in a staging table; at the end each
/// such id's rows, stored and new, are resolved together.
/// </summary>
internal sealed class EventIngestion<T> : RowIngestion<T>
    where T : class
{
    private readonly SqliteDatabase database;
    private readonly SourceDescriptor<T> source;
    private readonly long lastRowidBefore;
    private readonly SqliteStatement stage;
    private readonly StatementRowWriter stageWriter;
    private long inserted;
    private bool anyStaged;

    public EventIngestion(SqliteDatabase database, SourceDescriptor<T> source)
        : base(source, database.Prepare(SqliteStorageIngest.InsertEvent(source.Schema)))
    {
        this.database = database;
        this.source = source;
        using (var last = database.Prepare(SqliteStorageIngest.SelectLastRowid(Schema)))
        {
            last.Step();
            lastRowidBefore = last.GetInt64(0);
        }

        database.Execute(SqliteStorageIngest.CreateStaging(Schema));
        stage = database.Prepare(SqliteStorageIngest.InsertStaging(Schema));
        stageWriter = new(stage, firstParameter: 1);
    }

    public override IngestReport Complete()
    {
        stage.Dispose();
        var tally = new EventTally();
        if (anyStaged)
        {
            Resolve(tally);
        }

        database.Execute(SqliteStorageIngest.DropStaging);
        var added = inserted + tally.Added;
        return new(
            Read,
            added,
            Duplicates: Read - added - tally.Replaced - tally.Versions - tally.Quarantined,
            tally.Replaced,
            tally.Versions,
            tally.Quarantined + tally.Displaced);
    }

    public override void Dispose()
    {
        stage.Dispose();
        base.Dispose();
    }

    protected override void AfterInsert(T row)
    {
        if (database.Changes == 1)
        {
            inserted++;
            return;
        }

        source.Write(row, stageWriter);
        stageWriter.EndRow();
        stage.Step();
        anyStaged = true;
    }

    private void Resolve(EventTally tally)
    {
        using var store = new EventStore(database, Schema, lastRowidBefore);
        using var staged = database.Prepare(SqliteStorageIngest.SelectStaging(Schema));
        var order = new EventOrder(Schema);
        var id = Schema.Columns.Select(c => c.Role).ToList().IndexOf(ColumnRole.EventId);
        var group = new List<EventRow>();
        while (staged.Step())
        {
            var values = EventStore.ReadRow(staged, 0, Schema.Columns.Count);
            if (group.Count > 0 && StoredValue.Compare(group[0].Values[id], values[id]) != 0)
            {
                store.Place(group, order, group[0].Values[id], tally);
                group.Clear();
            }

            group.Add(new(values, StoredIn: null));
        }

        store.Place(group, order, group[0].Values[id], tally);
    }
}

/// <summary>Where the rows of one call came to lie, beyond those that were inserted without a collision; and what they moved.</summary>
internal sealed class EventTally
{
    public long Added { get; set; }

    public long Replaced { get; set; }

    public long Versions { get; set; }

    public long Quarantined { get; set; }

    /// <summary>Stored rows that a row of this call pushed into quarantine: found out only now, so reported now.</summary>
    public long Displaced { get; set; }
}
