using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;
using TypedFeatures.Sqlite.Ingestion;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite;

/// <summary>The temporary table <c>spine</c> of a query.</summary>
internal static class SpineTable
{
    /// <summary>Makes and fills the table; it goes with the connection.</summary>
    /// <exception cref="ArgumentException">A value is refused.</exception>
    public static void Fill(SqliteDatabase database, SpineRows spine, CancellationToken cancellationToken)
    {
        // One temporary table of one connection: nothing to share, nothing to keep through a crash.
        database.Execute("BEGIN");
        database.Execute(SqliteStorageSpine.Create(spine.Columns.Select(c => KeyValuePair.Create(c.Name, c.Type))));
        using (var insert = database.Prepare(SqliteStorageSpine.Insert(spine.Columns.Count)))
        {
            var writer = new StatementRowWriter(insert, firstParameter: 2);
            for (var ordinal = 0; ordinal < spine.Count; ordinal++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                insert.Bind(1, (long)ordinal);
                Write(spine, ordinal, writer);
                insert.Step();
            }
        }

        database.Execute("COMMIT");
    }

    private static void Write(SpineRows spine, int ordinal, StatementRowWriter writer)
    {
        try
        {
            spine.Write(ordinal, writer);
        }
        catch (RowValueException refusal)
        {
            throw new ArgumentException($"Row {ordinal} of the spine: {spine.Columns[refusal.Column].Property}: {refusal.Message}", refusal);
        }

        writer.EndRow();
    }
}
