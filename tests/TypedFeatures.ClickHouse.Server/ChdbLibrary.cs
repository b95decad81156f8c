using System.Reflection;
using System.Runtime.InteropServices;

namespace TypedFeatures.ClickHouse.Server;

/// <summary>chDB's C API: connections to the one database of this process. Queries on different connections run at the same time.</summary>
internal static unsafe partial class ChdbLibrary
{
    private const string Name = "chdb";

    /// <summary>Finds the library where the build or the environment says.</summary>
    public static void Load()
    {
        var built = typeof(ChdbLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ChdbLibrary").Value!;
        var path = Environment.GetEnvironmentVariable("TYPEDFEATURES_CHDB_LIBRARY") is { Length: > 0 } chosen ? chosen : built;
        NativeLibrary.SetDllImportResolver(typeof(ChdbLibrary).Assembly, (name, _, _) => name == Name ? NativeLibrary.Load(path) : 0);
    }

    [LibraryImport(Name, EntryPoint = "chdb_connect")]
    public static partial nint* Connect(int count, byte** arguments);

    [LibraryImport(Name, EntryPoint = "chdb_close_conn")]
    public static partial void Close(nint* connection);

    [LibraryImport(Name, EntryPoint = "chdb_query_n")]
    public static partial nint Query(nint connection, byte* query, nuint queryLength, byte* format, nuint formatLength);

    [LibraryImport(Name, EntryPoint = "chdb_result_buffer")]
    public static partial byte* Buffer(nint result);

    [LibraryImport(Name, EntryPoint = "chdb_result_length")]
    public static partial nuint Length(nint result);

    [LibraryImport(Name, EntryPoint = "chdb_result_error")]
    public static partial byte* Error(nint result);

    [LibraryImport(Name, EntryPoint = "chdb_destroy_query_result")]
    public static partial void Destroy(nint result);
}
