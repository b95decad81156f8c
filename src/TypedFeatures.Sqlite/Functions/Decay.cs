using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary><c>decayed(x, h)</c>: what is left of a value after so many half-lives, <c>x · 2^(−h)</c>.</summary>
internal static unsafe class Decay
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Invoke(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull || Sqlite3.ValueType(arguments[1]) == Sqlite3.TypeNull)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        Sqlite3.ResultDouble(context, Sqlite3.ValueDouble(arguments[0]) * Math.Pow(2, -Sqlite3.ValueDouble(arguments[1])));
    }
}
