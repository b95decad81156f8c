using System.Runtime.InteropServices;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>What SQLite says its keywords are.</summary>
internal static class SqliteKeywords
{
    public static string NameOf(int index)
    {
        Marshal.ThrowExceptionForHR(sqlite3_keyword_name(index, out var start, out var length));
        return Marshal.PtrToStringUTF8(start, length);
    }

    public static int Count() => sqlite3_keyword_count();

    [DllImport("e_sqlite3")]
    private static extern int sqlite3_keyword_count();

    [DllImport("e_sqlite3")]
    private static extern int sqlite3_keyword_name(int index, out nint name, out int length);
}
