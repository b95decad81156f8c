using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary><c>percentile(x, p)</c>: of the <c>n</c> sorted values the one at <c>p · (n − 1)</c>, between two of them linearly.</summary>
internal static unsafe class Percentile
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Step(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull)
        {
            return;
        }

        if (!IsNumber(arguments[0]) || !IsNumber(arguments[1]))
        {
            FunctionResult.Error(context, "percentile takes numbers"u8);
            return;
        }

        var values = (Values*)Sqlite3.AggregateContext(context, sizeof(Values));
        if (values is null)
        {
            Sqlite3.ResultOutOfMemory(context);
            return;
        }

        try
        {
            values->Share = Sqlite3.ValueDouble(arguments[1]);
            values->Add(Sqlite3.ValueDouble(arguments[0]));
        }
        catch (OutOfMemoryException)
        {
            Sqlite3.ResultOutOfMemory(context);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Finish(nint context)
    {
        var values = (Values*)Sqlite3.AggregateContext(context, 0);
        if (values is null || values->Count == 0)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var sorted = new Span<double>(values->Start, values->Count);
        sorted.Sort();
        Sqlite3.ResultDouble(context, At(sorted, values->Share));
        NativeMemory.Free(values->Start);
    }

    /// <summary>The same steps as in the language: the difference of two doubles may be infinite, and the bounds keep rounding inside.</summary>
    private static double At(ReadOnlySpan<double> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        var part = place - low;
        return part == 0
            ? sorted[low]
            : Math.Clamp((sorted[low] * (1 - part)) + (sorted[low + 1] * part), sorted[low], sorted[low + 1]);
    }

    private static bool IsNumber(nint value) => Sqlite3.ValueType(value) is Sqlite3.TypeInteger or Sqlite3.TypeFloat;

    private struct Values
    {
        public double* Start;
        public int Count;
        public int Capacity;
        public double Share;

        public void Add(double value)
        {
            if (Count == Capacity)
            {
                Capacity = checked(Math.Max(16, Capacity * 2));
                Start = (double*)NativeMemory.Realloc(Start, (nuint)Capacity * sizeof(double));
            }

            Start[Count++] = value;
        }
    }
}
