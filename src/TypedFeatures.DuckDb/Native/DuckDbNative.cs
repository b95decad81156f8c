using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.DuckDb.Native;

namespace TypedFeatures.DuckDb;

/// <summary>Whether DuckDB's native library is here. It is looked for once, at first use.</summary>
/// <remarks>
/// The path in the environment variable <see cref="LibraryVariable"/> alone where it is set; otherwise the application's folder, then where the host
/// finds native libraries of packages (<c>runtimes/&lt;platform&gt;/native</c>), then where the system looks for libraries.
/// </remarks>
public static class DuckDbNative
{
    /// <summary>The environment variable that names the library's file.</summary>
    public const string LibraryVariable = "TYPEDFEATURES_DUCKDB_LIBRARY";

    private static readonly Lazy<LoadedLibrary> Library = new(
        () => LoadedLibrary.Load(Environment.GetEnvironmentVariable(LibraryVariable), AppContext.BaseDirectory));

    /// <summary>Whether the library was found and is one that this engine works with.</summary>
    public static bool IsAvailable => Library.Value.Handle != 0;

    /// <summary>Why the library is not available and what to do about it; null where it is.</summary>
    public static string? UnavailableReason => Library.Value.Reason;

    /// <summary>The library's version, such as <c>v1.5.6</c>; null where it is not available.</summary>
    public static string? Version => Library.Value.Version;

    // Before the first call of any function in this assembly, so that the binding never falls back to the default search.
#pragma warning disable CA2255 // a module initializer is the documented place to register an import resolver
    [ModuleInitializer]
    internal static void RegisterResolver() =>
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) =>
            name != DuckDbApi.LibraryName ? 0
            : IsAvailable ? Library.Value.Handle
            : throw new DllNotFoundException(UnavailableReason));
#pragma warning restore CA2255
}
