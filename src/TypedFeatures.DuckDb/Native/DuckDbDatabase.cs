using System.Globalization;
using TypedFeatures.Offline;

namespace TypedFeatures.DuckDb.Native;

/// <summary>One in-memory database: the working memory, threads and scratch folder that all queries of an engine share.</summary>
internal sealed unsafe class DuckDbDatabase : IDisposable
{
    private readonly DatabaseHandle handle;

    private DuckDbDatabase(DatabaseHandle handle) => this.handle = handle;

    public static DuckDbDatabase Open(long? memoryLimit, int? threads, string scratchFolder)
    {
        if (!DuckDbNative.IsAvailable)
        {
            throw new OfflineEngineException(DuckDbNative.UnavailableReason!);
        }

        var settings = new Dictionary<string, string>
        {
            ["temp_directory"] = scratchFolder,
            // What is linked in is all that is used; nothing is ever fetched from the network.
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
            // memory_limit counts what is in use; the allocator keeps what was freed, another half of the limit after a large sort, unless told to give it back.
            ["allocator_background_threads"] = "true",
            ["allocator_flush_threshold"] = "16MiB",
            ["allocator_bulk_deallocation_flush_threshold"] = "32MiB",
            // As-of joins of a side that is guessed to be smaller than this (64 rows) become nested loops, and guesses behind joined views are poor.
            ["asof_loop_join_threshold"] = "0",
        };
        if (memoryLimit is { } bytes)
        {
            settings["memory_limit"] = bytes.ToString(CultureInfo.InvariantCulture) + "B";
        }

        if (threads is { } count)
        {
            settings["threads"] = count.ToString(CultureInfo.InvariantCulture);
        }

        return Open(settings);
    }

    public DuckDbConnection Connect()
    {
        if (DuckDbApi.Connect(handle, out var connection) != DuckDbState.Success)
        {
            throw new OfflineEngineException("DuckDB: no connection could be opened.");
        }

        return new(new ConnectionHandle(connection));
    }

    public void Dispose() => handle.Dispose();

    private static DuckDbDatabase Open(Dictionary<string, string> settings)
    {
        if (DuckDbApi.CreateConfig(out var config) != DuckDbState.Success)
        {
            throw new OfflineEngineException("DuckDB: no configuration could be made.");
        }

        try
        {
            foreach (var (name, value) in settings)
            {
                if (DuckDbApi.SetConfig(config, name, value) != DuckDbState.Success)
                {
                    throw new OfflineEngineException($"DuckDB: the setting {name} = '{value}' was refused.");
                }
            }

            if (DuckDbApi.Open(":memory:", out var database, config, out var error) != DuckDbState.Success)
            {
                var words = DuckDbErrors.Text((byte*)error);
                DuckDbApi.Free(error);
                throw new OfflineEngineException($"DuckDB: {words}");
            }

            return new(new DatabaseHandle(database));
        }
        finally
        {
            DuckDbApi.DestroyConfig(ref config);
        }
    }
}
