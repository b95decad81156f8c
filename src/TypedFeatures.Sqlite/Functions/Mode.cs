using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary><c>mode(x)</c>: the most frequent value; of equally frequent ones the smallest, numbers by value and text by code point.</summary>
internal static unsafe class Mode
{
    // Groups are many and small: counters are used again rather than collected.
    [ThreadStatic]
    private static Stack<ModeCounter>? idle;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Step(nint context, int count, nint* arguments)
    {
        var type = Sqlite3.ValueType(arguments[0]);
        if (type == Sqlite3.TypeNull)
        {
            return;
        }

        if (type == Sqlite3.TypeBlob)
        {
            FunctionResult.Error(context, "mode takes numbers and text"u8);
            return;
        }

        var slot = (nint*)Sqlite3.AggregateContext(context, sizeof(nint));
        if (slot is null)
        {
            Sqlite3.ResultOutOfMemory(context);
            return;
        }

        try
        {
            if (*slot == 0)
            {
                *slot = GCHandle.ToIntPtr(GCHandle.Alloc(idle is not null && idle.TryPop(out var used) ? used : new ModeCounter()));
            }

            Add((ModeCounter)GCHandle.FromIntPtr(*slot).Target!, type, arguments[0]);
        }
        catch (OutOfMemoryException)
        {
            Sqlite3.ResultOutOfMemory(context);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Finish(nint context)
    {
        var slot = (nint*)Sqlite3.AggregateContext(context, 0);
        if (slot is null || *slot == 0)
        {
            Sqlite3.ResultNull(context);
            return;
        }

        var handle = GCHandle.FromIntPtr(*slot);
        var counter = (ModeCounter)handle.Target!;
        handle.Free();
        counter.Return(context);
        if (counter.TryClear())
        {
            (idle ??= []).Push(counter);
        }
    }

    private static void Add(ModeCounter counter, int type, nint argument)
    {
        switch (type)
        {
            case Sqlite3.TypeInteger:
                counter.Add(Sqlite3.ValueInt64(argument));
                break;
            case Sqlite3.TypeFloat:
                counter.Add(Sqlite3.ValueDouble(argument));
                break;
            default:
                var start = Sqlite3.ValueText(argument);
                counter.Add(new ReadOnlySpan<byte>(start, Sqlite3.ValueBytes(argument)));
                break;
        }
    }
}
