using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// <c>first_k(x, k, event_time, [ingest_time,] event_id)</c> and <c>latest_k(…)</c>: in JSON the non-null <c>x</c> of the least or greatest k rows in the order of the
/// arguments after k, the least or greatest first.
/// </summary>
internal static unsafe class RankedList
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepFirst(nint context, int count, nint* arguments) => Step(context, count, arguments, sign: 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void StepLatest(nint context, int count, nint* arguments) => Step(context, count, arguments, sign: -1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Finish(nint context)
    {
        if (AggregateState.Take<State>(context) is not { } state)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartArray();
        foreach (var (value, _) in state.Rows)
        {
            value.Write(writer);
        }

        writer.WriteEndArray();
        writer.Flush();
        AggregateState.ReturnText(context, output.WrittenSpan);
    }

    private static void Step(nint context, int count, nint* arguments, int sign)
    {
        if (Sqlite3.ValueType(arguments[0]) == Sqlite3.TypeNull)
        {
            return;
        }

        try
        {
            var order = new SqlValue[count - 2];
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = SqlValue.Of(arguments[i + 2]);
            }

            AggregateState.Of<State>(context).Add(SqlValue.Of(arguments[0]), order, (int)Sqlite3.ValueInt64(arguments[1]), sign);
        }
        catch (OutOfMemoryException)
        {
            Sqlite3.ResultOutOfMemory(context);
        }
    }

    private sealed class State
    {
        public List<(SqlValue Value, SqlValue[] Order)> Rows { get; } = [];

        public void Add(in SqlValue value, SqlValue[] order, int most, int sign)
        {
            var place = Rows.Count;
            while (place > 0 && sign * Compare(Rows[place - 1].Order, order) > 0)
            {
                place--;
            }

            if (place >= most)
            {
                return;
            }

            Rows.Insert(place, (value, order));
            if (Rows.Count > most)
            {
                Rows.RemoveAt(Rows.Count - 1);
            }
        }

        private static int Compare(SqlValue[] left, SqlValue[] right)
        {
            for (var i = 0; i < left.Length; i++)
            {
                var order = SqlValue.Compare(left[i], right[i]);
                if (order != 0)
                {
                    return order;
                }
            }

            return 0;
        }
    }
}
