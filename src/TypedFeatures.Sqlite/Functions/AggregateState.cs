using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>A managed object as the state of an aggregate of one group.</summary>
internal static unsafe class AggregateState
{
    /// <summary>The state of the group at hand, made when its first row comes.</summary>
    public static T Of<T>(nint context)
        where T : class, new()
    {
        var slot = (nint*)Sqlite3.AggregateContext(context, sizeof(nint));
        if (slot is null)
        {
            throw new OutOfMemoryException();
        }

        if (*slot == 0)
        {
            *slot = GCHandle.ToIntPtr(GCHandle.Alloc(new T()));
        }

        return (T)GCHandle.FromIntPtr(*slot).Target!;
    }

    /// <summary>The state of a group that ends; null where no row was taken.</summary>
    public static T? Take<T>(nint context)
        where T : class
    {
        var slot = (nint*)Sqlite3.AggregateContext(context, 0);
        if (slot is null || *slot == 0)
        {
            return null;
        }

        var handle = GCHandle.FromIntPtr(*slot);
        var state = (T)handle.Target!;
        handle.Free();
        *slot = 0;
        return state;
    }

    /// <summary>Gives bytes as a function's text result.</summary>
    public static void ReturnText(nint context, ReadOnlySpan<byte> text)
    {
        var empty = default(byte);
        fixed (byte* start = text)
        {
            Sqlite3.ResultText(context, start is null ? &empty : start, text.Length, Sqlite3.Transient);
        }
    }

    /// <summary>Gives a vector as a function's result.</summary>
    public static void ReturnVector(nint context, ReadOnlySpan<float> vector)
    {
        var bytes = new byte[VectorBytes.SizeOf(vector.Length)];
        VectorBytes.Write(vector, bytes);
        fixed (byte* start = bytes)
        {
            Sqlite3.ResultBlob(context, start, bytes.Length, Sqlite3.Transient);
        }
    }
}
