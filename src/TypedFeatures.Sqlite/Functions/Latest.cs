using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// <c>latest(x, event_time, [ingest_time,] [event_id])</c> and <c>first(…)</c>: the non-null <c>x</c> of the greatest or least row in the order of the
/// arguments after it.
/// </summary>
internal static unsafe class Latest
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepLatest(nint context, int count, nint* arguments) => Step(context, count, arguments, replaceWhen: -1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepFirst(nint context, int count, nint* arguments) => Step(context, count, arguments, replaceWhen: 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Finish(nint context)
    {
        var best = (Row*)Sqlite3.AggregateContext(context, 0);
        if (best is null)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        best->Value.Return(context);
        best->Value.Free();
        best->Order1.Free();
        best->Order2.Free();
        best->Order3.Free();
    }

    private static void Step(nint context, int count, nint* arguments, int replaceWhen)
    {
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull)
        {
            return;
        }

        var best = (Row*)Sqlite3.AggregateContext(context, sizeof(Row));
        if (best is null)
        {
            Sqlite3.ResultOutOfMemory(context);
            return;
        }

        var held = &best->Value;
        if (best->IsSet != 0 && Compare(held, count, arguments) != replaceWhen)
        {
            return;
        }

        best->IsSet = 1;
        try
        {
            for (var i = 0; i < count; i++)
            {
                held[i].Set(arguments[i]);
            }
        }
        catch (OutOfMemoryException)
        {
            Sqlite3.ResultOutOfMemory(context);
        }
    }

    private static int Compare(NativeValue* held, int count, nint* arguments)
    {
        for (var i = 1; i < count; i++)
        {
            var order = held[i].CompareTo(arguments[i]);
            if (order != 0)
            {
                return Math.Sign(order);
            }
        }

        return 0;
    }

    // Indexed from Value on: the fields must stay in this order.
    [StructLayout(LayoutKind.Sequential)]
    private struct Row
    {
        public NativeValue Value;
        public NativeValue Order1;
        public NativeValue Order2;
        public NativeValue Order3;
        public int IsSet;
    }
}
