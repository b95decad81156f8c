using System.Runtime.InteropServices;

namespace TypedFeatures.DuckDb.Native;

/// <summary>The outcome of looking for DuckDB's library: a handle and version, or a reason.</summary>
internal sealed record LoadedLibrary(nint Handle, string? Version, string? Reason)
{
    private const string Remedy =
        "The package TypedFeatures.DuckDb brings it for Linux on x64 (glibc), a build of the repository where npm is installed. Elsewhere get the C library of DuckDB 1.5 for this platform, and "
        + $"lay it beside the application or set {DuckDbNative.LibraryVariable} to its path.";

    private static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    public static LoadedLibrary Load(string? configured, string baseDirectory)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            // What was named is what is meant: another library in its place would hide the mistake.
            return NativeLibrary.TryLoad(configured, out var named)
                ? Check(named, configured)
                : new(0, null, $"DuckDB's native library could not be loaded from '{configured}', which {DuckDbNative.LibraryVariable} names: "
                    + (File.Exists(configured) ? "the file is no library for this platform." : "there is no such file."));
        }

        var beside = Path.Combine(baseDirectory, FileName);
        if (NativeLibrary.TryLoad(beside, out var handle))
        {
            return Check(handle, beside);
        }

        // The host knows which of a package's runtimes/*/native this process runs on; its own identifier need not be the name of one.
        return NativeLibrary.TryLoad(FileName, typeof(LoadedLibrary).Assembly, searchPath: null, out var found)
            ? Check(found, FileName)
            : new(0, null, $"DuckDB's native library '{FileName}' is neither beside the application nor known to the system. {Remedy}");
    }

    private static unsafe LoadedLibrary Check(nint handle, string place)
    {
        if (!NativeLibrary.TryGetExport(handle, "duckdb_library_version", out var function))
        {
            return new(0, null, $"'{place}' is not a DuckDB library. {Remedy}");
        }

        var version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)function)());
        return IsSupported(version)
            ? new(handle, version, null)
            : new(0, null, $"'{place}' is DuckDB {version}; this engine works with 1.5 and later 1.x. {Remedy}");
    }

    // A build from a branch calls itself "v1.5.6-dev12" or by its commit; only a release number can be too old.
    private static bool IsSupported(string? version)
    {
        var number = version?.TrimStart('v').Split('-')[0];
        return !System.Version.TryParse(number, out var parsed) || (parsed.Major == 1 && parsed.Minor >= 5);
    }
}
