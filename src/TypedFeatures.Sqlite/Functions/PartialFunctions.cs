using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>The functions of <see cref="Numeric"/>, by that very code: null outside of their domain.</summary>
internal static unsafe class PartialFunctions
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void SquareRoot(nint context, int count, nint* arguments)
    {
        if (Rounding.TryGetNumber(context, arguments[0], out var number))
        {
            Return(context, Numeric.Sqrt(number));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Log(nint context, int count, nint* arguments)
    {
        if (Rounding.TryGetNumber(context, arguments[0], out var number))
        {
            Return(context, Numeric.Log(number));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Log2(nint context, int count, nint* arguments)
    {
        if (Rounding.TryGetNumber(context, arguments[0], out var number))
        {
            Return(context, Numeric.Log2(number));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Log10(nint context, int count, nint* arguments)
    {
        if (Rounding.TryGetNumber(context, arguments[0], out var number))
        {
            Return(context, Numeric.Log10(number));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Exp(nint context, int count, nint* arguments)
    {
        if (Rounding.TryGetNumber(context, arguments[0], out var number))
        {
            Return(context, Numeric.Exp(number));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Pow(nint context, int count, nint* arguments)
    {
        if (Rounding.TryGetNumber(context, arguments[0], out var number) && Rounding.TryGetNumber(context, arguments[1], out var exponent))
        {
            Return(context, Numeric.Pow(number, exponent));
        }
    }

    private static void Return(nint context, double? result)
    {
        if (result is { } number)
        {
            Sqlite3.ResultDouble(context, number + 0d);
        }
        else
        {
            Sqlite3.ResultNull(context);
        }
    }
}
