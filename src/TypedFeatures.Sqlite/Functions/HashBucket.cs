using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary><c>hash_bucket(text, buckets)</c>: <see cref="Encode.Hash(string?, int)"/>, by that very code.</summary>
internal static unsafe class HashBucket
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Invoke(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var start = Sqlite3.ValueText(arguments[0]);
        var utf8 = new ReadOnlySpan<byte>(start, Sqlite3.ValueBytes(arguments[0]));
        Sqlite3.ResultInt64(context, Encode.HashUtf8(utf8, (int)Sqlite3.ValueInt64(arguments[1])));
    }
}
