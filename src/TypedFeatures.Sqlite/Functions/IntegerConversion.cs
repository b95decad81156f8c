using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>Checked conversions to integers; doubles are truncated toward zero.</summary>
internal static unsafe class IntegerConversion
{
    // The smallest double that is too great for a long: 2^63. Its negation fits.
    private const double LongLimit = 9_223_372_036_854_775_808d;

    /// <summary><c>to_int32(a)</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ToInt32(nint context, int count, nint* arguments) => Convert(context, arguments[0], int.MinValue, int.MaxValue);

    /// <summary><c>to_int64(x)</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ToInt64(nint context, int count, nint* arguments) => Convert(context, arguments[0], long.MinValue, long.MaxValue);

    private static void Convert(nint context, nint argument, long min, long max)
    {
        switch (Sqlite3.ValueType(argument))
        {
            case Sqlite3.TypeInteger:
                Return(context, Sqlite3.ValueInt64(argument), min, max);
                break;
            case Sqlite3.TypeFloat when Sqlite3.ValueDouble(argument) is >= -LongLimit and < LongLimit and var real:
                Return(context, (long)real, min, max);
                break;
            case Sqlite3.TypeFloat:
                FunctionResult.Error(context, FunctionResult.IntegerOverflow);
                break;
            case Sqlite3.TypeNull:
                Sqlite3.ResultNull(context);
                break;
            default:
                FunctionResult.Error(context, "a conversion to an integer takes a number"u8);
                break;
        }
    }

    private static void Return(nint context, long value, long min, long max)
    {
        if (value >= min && value <= max)
        {
            Sqlite3.ResultInt64(context, value);
        }
        else
        {
            FunctionResult.Error(context, FunctionResult.IntegerOverflow);
        }
    }
}
