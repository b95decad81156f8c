using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>How functions refuse.</summary>
internal static unsafe class FunctionResult
{
    /// <summary>What DESIGN calls an overflow: the exact result does not fit.</summary>
    public static ReadOnlySpan<byte> IntegerOverflow => "integer overflow"u8;

    /// <summary>Fails the statement with a message.</summary>
    public static void Error(nint context, ReadOnlySpan<byte> message)
    {
        fixed (byte* start = message)
        {
            Sqlite3.ResultError(context, start, message.Length);
        }
    }
}
