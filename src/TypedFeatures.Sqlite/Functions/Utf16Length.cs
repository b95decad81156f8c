using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary><c>utf16_length(text)</c>: the length in UTF-16 units, as <see cref="string.Length"/> counts.</summary>
internal static unsafe class Utf16Length
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Invoke(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        // Every UTF-8 sequence is one unit, but those of four bytes are two; bytes 10xxxxxx continue a sequence.
        var start = Sqlite3.ValueText(arguments[0]);
        var units = 0;
        foreach (var b in new ReadOnlySpan<byte>(start, Sqlite3.ValueBytes(arguments[0])))
        {
            units += ((b & 0xC0) != 0x80 ? 1 : 0) + (b >= 0xF0 ? 1 : 0);
        }

        Sqlite3.ResultInt64(context, units);
    }
}
