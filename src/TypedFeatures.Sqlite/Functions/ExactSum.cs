using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// <c>exact_sum(a)</c>: the sum of integers; an infinity where the exact total does not fit 64 bits, so that <c>to_int64</c> fails on it, and only
/// where somebody asks for the total.
/// <c>exact_average(a)</c>: the exact sum divided by the count, a double.
/// </summary>
internal static unsafe class ExactSum
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepSum(nint context, int count, nint* arguments) => Step(context, arguments[0]);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepAverage(nint context, int count, nint* arguments) => Step(context, arguments[0]);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishSum(nint context)
    {
        var total = (Total*)Sqlite3.AggregateContext(context, 0);
        if (total is null || total->Count == 0)
        {
            Sqlite3.ResultNull(context);
        }
        else if (total->FitsInt64)
        {
            Sqlite3.ResultInt64(context, (long)total->Low);
        }
        else
        {
            Sqlite3.ResultDouble(context, total->High < 0 ? double.NegativeInfinity : double.PositiveInfinity);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishAverage(nint context)
    {
        var total = (Total*)Sqlite3.AggregateContext(context, 0);
        if (total is null || total->Count == 0)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        // The same roundings in the same order as everywhere else, so that averages agree to the bit.
        var sum = total->FitsInt64
            ? (double)(long)total->Low
            : ((double)((total->High << 32) | (long)(total->Low >> 32)) * 4294967296.0) + (double)(long)(total->Low & 0xFFFFFFFF);
        Sqlite3.ResultDouble(context, sum / total->Count);
    }

    private static void Step(nint context, nint argument)
    {
        switch (Sqlite3.ValueType(argument))
        {
            case Sqlite3.TypeNull:
                return;
            case Sqlite3.TypeInteger:
                break;
            default:
                FunctionResult.Error(context, "an exact sum takes integers"u8);
                return;
        }

        var total = (Total*)Sqlite3.AggregateContext(context, sizeof(Total));
        if (total is null)
        {
            Sqlite3.ResultOutOfMemory(context);
            return;
        }

        total->Add(Sqlite3.ValueInt64(argument));
    }

    // 128 bits in two halves: SQLite aligns this memory to 8 bytes, Int128 wants 16.
    private struct Total
    {
        public ulong Low;
        public long High;
        public long Count;

        public readonly bool FitsInt64 => High == (long)Low >> 63;

        public void Add(long value)
        {
            unchecked
            {
                Low += (ulong)value;
                High += (value >> 63) + (Low < (ulong)value ? 1 : 0);
                Count++;
            }
        }
    }
}
