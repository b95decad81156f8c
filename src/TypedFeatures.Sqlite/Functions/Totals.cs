using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// <c>top_k(x, k)</c>: in JSON the most frequent values, of equally frequent ones the smaller first; <c>count_by(x)</c>: how often each came; <c>sum_by(x, y)</c>: the sum
/// of <c>y</c> by <c>x</c>, exact for integers, null where it leaves the range of doubles. Nulls are skipped.
/// </summary>
internal static unsafe class Totals
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepTop(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) != Sqlite3.TypeNull && Take(context) is { } state)
        {
            state.Most = (int)Sqlite3.ValueInt64(arguments[1]);
            state.Add(SqlValue.Of(arguments[0]), 1, 0);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepCount(nint context, int count, nint* arguments)
    {
        if (Sqlite3.ValueType(arguments[0]) != Sqlite3.TypeNull)
        {
            Take(context)?.Add(SqlValue.Of(arguments[0]), 1, 0);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepSum(nint context, int count, nint* arguments)
    {
        var amount = Sqlite3.ValueType(arguments[1]);
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull || amount == Sqlite3.TypeNull || Take(context) is not { } state)
        {
            return;
        }

        state.IsFloating |= amount == Sqlite3.TypeFloat;
        state.Add(
            SqlValue.Of(arguments[0]),
            amount == Sqlite3.TypeFloat ? 0 : Sqlite3.ValueInt64(arguments[1]),
            amount == Sqlite3.TypeFloat ? Sqlite3.ValueDouble(arguments[1]) : 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishTop(nint context) => Finish(context, static (state, writer) =>
    {
        foreach (var (value, _) in state.Ordered(static (left, right) => right.Total.Whole.CompareTo(left.Total.Whole)).Take(state.Most))
        {
            value.Write(writer);
        }
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FinishMap(nint context) => Finish(context, static (state, writer) =>
    {
        foreach (var (value, total) in state.Ordered(static (_, _) => 0))
        {
            writer.WriteStartArray();
            value.Write(writer);
            if (!state.IsFloating)
            {
                // A total beyond 64 bits is written as it is, and fails where it is read.
                writer.WriteRawValue(total.Whole.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                new SqlValue(Sqlite3.TypeFloat, BitConverter.DoubleToInt64Bits((double)total.Whole + total.Real), null).Write(writer);
            }

            writer.WriteEndArray();
        }
    });

    private static State? Take(nint context)
    {
        try
        {
            return AggregateState.Of<State>(context);
        }
        catch (OutOfMemoryException)
        {
            Sqlite3.ResultOutOfMemory(context);
            return null;
        }
    }

    private static void Finish(nint context, Action<State, Utf8JsonWriter> write)
    {
        if (AggregateState.Take<State>(context) is not { } state)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartArray();
        write(state, writer);
        writer.WriteEndArray();
        writer.Flush();
        AggregateState.ReturnText(context, output.WrittenSpan);
    }

    private sealed class State
    {
        private readonly Dictionary<SqlValue, (Int128 Whole, double Real)> totals = [];

        public int Most { get; set; }

        public bool IsFloating { get; set; }

        public void Add(SqlValue value, long whole, double real)
        {
            ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, value, out _);
            total = (total.Whole + whole, total.Real + real);
        }

        /// <summary>The totals in an order, equal ones by value.</summary>
        public List<(SqlValue Value, (Int128 Whole, double Real) Total)> Ordered(
            Comparison<(SqlValue Value, (Int128 Whole, double Real) Total)> order)
        {
            List<(SqlValue Value, (Int128 Whole, double Real) Total)> all = [.. totals.Select(static entry => (entry.Key, entry.Value))];
            all.Sort((left, right) => order(left, right) is not 0 and var difference ? difference : SqlValue.Compare(left.Value, right.Value));
            return all;
        }
    }
}
