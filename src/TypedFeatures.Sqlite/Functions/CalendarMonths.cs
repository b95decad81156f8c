using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary><c>add_months(microseconds, months)</c>: <see cref="DateTime.AddMonths"/>, by that very code.</summary>
internal static unsafe class CalendarMonths
{
    // DateTime ends with the last microsecond of the year 9999.
    private const long LastMicrosecond = 253_402_300_799_999_999;
    private const long FirstMicrosecond = -62_135_596_800_000_000;
    private const int Furthest = 120_000;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Add(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull || Sqlite3.ValueType(arguments[1]) == Sqlite3.TypeNull)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var microseconds = Sqlite3.ValueInt64(arguments[0]);
        var months = Sqlite3.ValueInt64(arguments[1]);
        if (microseconds is < FirstMicrosecond or > LastMicrosecond || months is < -Furthest or > Furthest)
        {
            FunctionResult.Error(context, "instant out of range"u8);
            return;
        }

        // No exception may leave a native callback, so what AddMonths would refuse is asked before.
        var instant = DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        var month = ((instant.Year - 1) * 12) + (instant.Month - 1) + (int)months;
        if (month is < 0 or >= 9999 * 12)
        {
            FunctionResult.Error(context, "instant out of range"u8);
            return;
        }

        Sqlite3.ResultInt64(context, (instant.AddMonths((int)months).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
    }
}
