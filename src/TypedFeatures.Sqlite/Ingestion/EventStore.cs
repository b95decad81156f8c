using TypedFeatures.Plans;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>Reads and writes the rows of single event ids in the tables of a source.</summary>
internal sealed class EventStore : IDisposable
{
    private readonly SourceSchema source;
    private readonly long lastRowidBefore;
    private readonly SqliteStatement selectEvent;
    private readonly SqliteStatement replaceEvent;
    private readonly Aside quarantine;
    private readonly Aside? versions;

    /// <summary>Opens the tables.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="source">The source.</param>
    /// <param name="lastRowidBefore">Events with a greater rowid were brought by this call.</param>
    public EventStore(SqliteDatabase database, SourceSchema source, long lastRowidBefore)
    {
        this.source = source;
        this.lastRowidBefore = lastRowidBefore;
        selectEvent = database.Prepare(SqliteStorageIngest.SelectEvent(SqliteStorage.TableOf(source), source));
        replaceEvent = database.Prepare(SqliteStorageIngest.ReplaceEvent(source));
        quarantine = new(database, source, SqliteStorage.QuarantineOf(source), EventPlace.Quarantine);
        versions = source.HasVersions ? new(database, source, SqliteStorage.VersionsOf(source), EventPlace.Version) : null;
    }

    /// <summary>Reads columns of the row at hand.</summary>
    public static StoredValue[] ReadRow(SqliteStatement statement, int firstColumn, int count)
    {
        var values = new StoredValue[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = StoredValue.Read(statement, firstColumn + i);
        }

        return values;
    }

    /// <summary>Resolves the rows of one event id and puts each into its place.</summary>
    /// <param name="staged">The rows of this call that collided.</param>
    /// <param name="order">Compares them.</param>
    /// <param name="id">The event id.</param>
    /// <param name="tally">Counts them.</param>
    public void Place(IReadOnlyList<EventRow> staged, EventOrder order, in StoredValue id, EventTally tally)
    {
        var (rowid, current) = ReadEvent(id);
        List<EventRow> rows = [current];
        versions?.Read(id, rows);
        quarantine.Read(id, rows);
        rows.AddRange(staged);
        var resolved = EventResolution.Resolve(rows, order, source.HasVersions);
        Count(resolved, current, tally);
        if (!ReferenceEquals(resolved[0].Row, current))
        {
            Replace(rowid, resolved[0].Row);
        }

        versions?.Write(id, resolved);
        quarantine.Write(id, resolved);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        selectEvent.Dispose();
        replaceEvent.Dispose();
        quarantine.Dispose();
        versions?.Dispose();
    }

    // Every row of the call counts once, where it lies in the end; an event that this call both brought and moved was counted when it was inserted.
    private static void Count(IReadOnlyList<(EventRow Row, EventPlace Place)> resolved, EventRow current, EventTally tally)
    {
        if (current.StoredIn is null)
        {
            tally.Added--;
        }

        foreach (var (row, place) in resolved)
        {
            switch (place)
            {
                case EventPlace.Quarantine when row.StoredIn is EventPlace.Event or EventPlace.Version:
                    tally.Displaced++;
                    break;
                case var _ when row.StoredIn is not null:
                    break;
                case EventPlace.Event when current.StoredIn is null:
                    tally.Added++;
                    break;
                case EventPlace.Event:
                    tally.Replaced++;
                    break;
                case EventPlace.Version:
                    tally.Versions++;
                    break;
                default:
                    tally.Quarantined++;
                    break;
            }
        }
    }

    private (long Rowid, EventRow Row) ReadEvent(in StoredValue id)
    {
        id.BindTo(selectEvent, 1);
        selectEvent.Step();
        var rowid = selectEvent.GetInt64(0);
        var row = new EventRow(ReadRow(selectEvent, 1, source.Columns.Count), rowid > lastRowidBefore ? null : EventPlace.Event);
        selectEvent.Reset();
        return (rowid, row);
    }

    private void Replace(long rowid, EventRow row)
    {
        for (var i = 0; i < row.Values.Length; i++)
        {
            row.Values[i].BindTo(replaceEvent, i + 1);
        }

        replaceEvent.Bind(row.Values.Length + 1, rowid);
        replaceEvent.Step();
    }

    /// <summary>A table of rows that are not events: versions or quarantine.</summary>
    private sealed class Aside(SqliteDatabase database, SourceSchema source, string table, EventPlace place) : IDisposable
    {
        private readonly SqliteStatement select = database.Prepare(SqliteStorageIngest.SelectEvent(table, source));
        private readonly SqliteStatement delete = database.Prepare(SqliteStorageIngest.DeleteEvent(table, source));
        private readonly SqliteStatement insert = database.Prepare(SqliteStorageIngest.InsertInto(table, source));
        private int stored;

        public void Read(in StoredValue id, List<EventRow> rows)
        {
            stored = 0;
            id.BindTo(select, 1);
            while (select.Step())
            {
                rows.Add(new(ReadRow(select, 1, source.Columns.Count), place));
                stored++;
            }
        }

        public void Write(in StoredValue id, IReadOnlyList<(EventRow Row, EventPlace Place)> resolved)
        {
            var belonging = resolved.Where(r => r.Place == place).Select(r => r.Row).ToList();
            if (belonging.Count == stored && belonging.TrueForAll(r => r.StoredIn == place))
            {
                return;
            }

            id.BindTo(delete, 1);
            delete.Step();
            foreach (var row in belonging)
            {
                for (var i = 0; i < row.Values.Length; i++)
                {
                    row.Values[i].BindTo(insert, i + 1);
                }

                insert.Step();
            }
        }

        public void Dispose()
        {
            select.Dispose();
            delete.Dispose();
            insert.Dispose();
        }
    }
}
