using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary><c>vector_sum(x)</c> and <c>vector_average(x)</c>: number by number, in double, rounded at the end; <c>zero_vector(n)</c>.</summary>
internal static unsafe class VectorTotals
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Step(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) != Sqlite3.TypeBlob)
        {
            return;
        }

        try
        {
            var bytes = Sqlite3.ValueBlob(arguments[0]);
            AggregateState.Of<State>(context).Add(new ReadOnlySpan<byte>(bytes, Sqlite3.ValueBytes(arguments[0])));
        }
        catch (OutOfMemoryException)
        {
            Sqlite3.ResultOutOfMemory(context);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishSum(nint context) => Finish(context, static _ => 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishAverage(nint context) => Finish(context, static state => state.Count);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Zero(nint context, int count, nint* arguments) =>
        AggregateState.ReturnVector(context, new float[Sqlite3.ValueInt64(arguments[0])]);

    private static void Finish(nint context, Func<State, long> divisor)
    {
        if (AggregateState.Take<State>(context) is not { } state)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var count = divisor(state);
        AggregateState.ReturnVector(context, Array.ConvertAll(state.Sums, sum => (float)(sum / count)));
    }

    private sealed class State
    {
        public double[] Sums { get; private set; } = [];

        public long Count { get; private set; }

        public void Add(ReadOnlySpan<byte> vector)
        {
            var length = vector.Length / sizeof(float);
            if (Sums.Length < length)
            {
                Sums = [.. Sums, .. new double[length - Sums.Length]];
            }

            for (var i = 0; i < length; i++)
            {
                Sums[i] += VectorBytes.At(vector, i);
            }

            Count++;
        }
    }
}
