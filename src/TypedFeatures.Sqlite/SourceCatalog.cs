using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite;

/// <summary>What a file knows of its sources.</summary>
internal static class SourceCatalog
{
    /// <summary>Whether a source's tables are there.</summary>
    /// <exception cref="OfflineEngineException">They are, with other columns.</exception>
    public static bool Contains(SqliteDatabase database, SourceSchema source)
    {
        if (Find(database, source.Name) is not { } stored)
        {
            return false;
        }

        var declared = SqliteStorage.Signature(source);
        return stored.Signature == declared
            ? true
            : throw new OfflineEngineException(
                $"Source '{source.Name}' is stored in another shape than it is declared now: {Difference(stored.Signature, declared)}. "
                + "Restore the declaration, give the changed source another name, or ingest it into another file.");
    }

    /// <summary>Makes a source's tables where they are missing; the caller holds the transaction.</summary>
    /// <exception cref="OfflineEngineException">They are there, with other columns.</exception>
    public static void Ensure(SqliteDatabase database, SourceSchema source)
    {
        if (Contains(database, source))
        {
            return;
        }

        RefuseRowidColumns(source);
        database.Execute(SqliteStorage.CreateSources);
        foreach (var statement in SqliteStorage.CreateTables(source))
        {
            database.Execute(statement);
        }

        using var insert = database.Prepare(SqliteStorage.InsertSource);
        insert.Bind(1, source.Name);
        insert.Bind(2, SqliteStorage.Signature(source));
        insert.Step();
    }

    /// <summary>How far a source is known; null where nothing says it.</summary>
    public static long? Watermark(SqliteDatabase database, SourceSchema source) => Find(database, source.Name)?.Watermark;

    /// <summary>Moves the watermark forward.</summary>
    public static void Advance(SqliteDatabase database, SourceSchema source, long ingestTime)
    {
        using var advance = database.Prepare(SqliteStorage.AdvanceWatermark);
        advance.Bind(1, source.Name);
        advance.Bind(2, ingestTime);
        advance.Step();
    }

    private static (string Signature, long? Watermark)? Find(SqliteDatabase database, string name)
    {
        using (var find = database.Prepare(SqliteStorage.FindSources))
        {
            if (!find.Step())
            {
                return null;
            }
        }

        using var select = database.Prepare(SqliteStorage.SelectSource);
        select.Bind(1, name);
        return select.Step()
            ? (System.Text.Encoding.UTF8.GetString(select.GetText(0)), select.TypeOf(1) == Sqlite3.TypeNull ? null : select.GetInt64(1))
            : null;
    }

    // A column of such a name would hide SQLite's own row number, by which plans join and ingestion tells old rows from new.
    private static void RefuseRowidColumns(SourceSchema source)
    {
        var hiding = source.Columns.FirstOrDefault(c => c.Name.ToLowerInvariant() is "rowid" or "oid" or "_rowid_");
        if (hiding is not null)
        {
            throw new OfflineEngineException(
                $"Source '{source.Name}': column '{hiding.Name}' of property '{hiding.Property}' hides SQLite's row number. Give it another name with [Column].");
        }
    }

    private static string Difference(string stored, string declared)
    {
        var before = stored.Split('\n');
        var now = declared.Split('\n');
        var at = Enumerable.Range(0, Math.Max(before.Length, now.Length))
            .First(i => i >= before.Length || i >= now.Length || before[i] != now[i]);
        var place = at == 0 ? "its kind" : $"column {at}";
        return $"{place} was {Describe(before, at)} and is {Describe(now, at)}";
    }

    private static string Describe(string[] lines, int at) => at < lines.Length ? $"'{lines[at]}'" : "missing";
}
