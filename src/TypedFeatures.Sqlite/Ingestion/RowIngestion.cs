using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>Brings the rows of one call into the tables of a source; the caller holds the transaction.</summary>
internal abstract class RowIngestion<T>(SourceDescriptor<T> source, SqliteStatement insert) : IDisposable
    where T : class
{
    private readonly SourceRowWriter writer = new(source.Schema, insert);

    /// <summary>The largest ingest time of the rows; null where there is none.</summary>
    public long? LargestIngestTime => writer.LargestIngestTime;

    /// <summary>How many rows came.</summary>
    protected long Read { get; private set; }

    protected SourceSchema Schema => source.Schema;

    /// <summary>Takes a row.</summary>
    /// <exception cref="IngestException">The row is refused.</exception>
    public void Add(T row)
    {
        if (row is null)
        {
            throw new IngestException(Schema.Name, Read, "row", "is null.");
        }

        try
        {
            source.Write(row, writer);
        }
        catch (RowValueException refusal)
        {
            throw new IngestException(Schema.Name, Read, Schema.Columns[refusal.Column].Property, refusal.Message);
        }

        writer.EndRow();
        insert.Step();
        Read++;
        AfterInsert(row);
    }

    /// <summary>Ends the call.</summary>
    public abstract IngestReport Complete();

    /// <inheritdoc/>
    public virtual void Dispose() => insert.Dispose();

    /// <summary>Looks at what became of the row just inserted.</summary>
    protected abstract void AfterInsert(T row);
}
