using System.Runtime.InteropServices;
using TypedFeatures.Offline;

namespace TypedFeatures.DuckDb.Native;

/// <summary>Turns DuckDB's errors into exceptions that hold its words and the statement's first line.</summary>
internal static unsafe class DuckDbErrors
{
    private const int LongestLine = 200;

    public static OfflineEngineException Create(byte* words, string statement) => Create(Text(words), statement);

    public static OfflineEngineException Create(string words, string statement) =>
        new($"DuckDB: {FirstLine(words)} In the statement: {FirstLine(statement)}");

    public static string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "no reason given";

    // DuckDB's further lines quote the statement around the fault.
    private static string FirstLine(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = (end < 0 ? line : line[..end]).TrimEnd();
        return line.Length <= LongestLine ? line.ToString() : string.Concat(line[..LongestLine], "…");
    }
}
