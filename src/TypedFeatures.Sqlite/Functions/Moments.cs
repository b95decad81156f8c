using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// <c>var_samp(x)</c>, <c>var_pop(x)</c>, <c>stddev_samp(x)</c>, <c>stddev_pop(x)</c> by Welford's steps, so that great means do not cancel small deviations.
/// Those of a sample are null below two values.
/// </summary>
internal static unsafe class Moments
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Step(nint context, int count, nint* arguments)
    {
        switch (Sqlite3.ValueType(arguments[0]))
        {
            case Sqlite3.TypeNull:
                return;
            case Sqlite3.TypeInteger or Sqlite3.TypeFloat:
                break;
            default:
                FunctionResult.Error(context, "a variance takes numbers"u8);
                return;
        }

        var total = (Total*)Sqlite3.AggregateContext(context, sizeof(Total));
        if (total is null)
        {
            Sqlite3.ResultOutOfMemory(context);
            return;
        }

        total->Add(Sqlite3.ValueDouble(arguments[0]));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishSampleVariance(nint context) => Finish(context, fewer: 1, isRoot: false);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishVariance(nint context) => Finish(context, fewer: 0, isRoot: false);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishSampleDeviation(nint context) => Finish(context, fewer: 1, isRoot: true);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishDeviation(nint context) => Finish(context, fewer: 0, isRoot: true);

    private static void Finish(nint context, int fewer, bool isRoot)
    {
        var total = (Total*)Sqlite3.AggregateContext(context, 0);
        if (total is null || total->Count <= fewer)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var variance = total->Squares / (total->Count - fewer);
        Sqlite3.ResultDouble(context, isRoot ? Math.Sqrt(variance) : variance);
    }

    private struct Total
    {
        public long Count;
        public double Mean;
        public double Squares;

        public void Add(double value)
        {
            Count++;
            var distance = value - Mean;
            Mean += distance / Count;
            Squares += distance * (value - Mean);
        }
    }
}
