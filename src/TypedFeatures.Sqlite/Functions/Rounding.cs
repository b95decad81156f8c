using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// <c>round_even(x)</c>, <c>floor(x)</c>, <c>ceiling(x)</c>, <c>truncate(x)</c>: integral doubles, as <see cref="Math"/> has them; <c>to_single(x)</c>: the double that a
/// float nearest to x widens to, infinite beyond the range of floats. −0 is 0.
/// </summary>
internal static unsafe class Rounding
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void RoundEven(nint context, int count, nint* arguments)
    {
        if (TryGetNumber(context, arguments[0], out var number))
        {
            Sqlite3.ResultDouble(context, Math.Round(number, MidpointRounding.ToEven) + 0d);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Floor(nint context, int count, nint* arguments)
    {
        if (TryGetNumber(context, arguments[0], out var number))
        {
            Sqlite3.ResultDouble(context, Math.Floor(number) + 0d);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Ceiling(nint context, int count, nint* arguments)
    {
        if (TryGetNumber(context, arguments[0], out var number))
        {
            Sqlite3.ResultDouble(context, Math.Ceiling(number) + 0d);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Truncate(nint context, int count, nint* arguments)
    {
        if (TryGetNumber(context, arguments[0], out var number))
        {
            Sqlite3.ResultDouble(context, Math.Truncate(number) + 0d);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void ToSingle(nint context, int count, nint* arguments)
    {
        if (TryGetNumber(context, arguments[0], out var number))
        {
            Sqlite3.ResultDouble(context, (float)number + 0d);
        }
    }

    internal static bool TryGetNumber(nint context, nint argument, out double number)
    {
        number = 0;
        switch (Sqlite3.ValueType(argument))
        {
            case Sqlite3.TypeFloat or Sqlite3.TypeInteger:
                number = Sqlite3.ValueDouble(argument);
                return true;
            case Sqlite3.TypeNull:
                Sqlite3.ResultNull(context);
                return false;
            default:
                FunctionResult.Error(context, "a function of numbers takes a number"u8);
                return false;
        }
    }
}
