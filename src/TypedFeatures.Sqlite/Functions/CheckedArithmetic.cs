using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>64-bit integer arithmetic that fails where SQLite's own would go on in floating point.</summary>
internal static unsafe class CheckedArithmetic
{
    /// <summary><c>checked_add(a, b)</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Add(nint context, int count, nint* arguments)
    {
        if (TryGetIntegers(context, count, arguments))
        {
            var left = Sqlite3.ValueInt64(arguments[0]);
            var right = Sqlite3.ValueInt64(arguments[1]);
            var sum = unchecked(left + right);
            Return(context, sum, ((left ^ sum) & (right ^ sum)) >= 0);
        }
    }

    /// <summary><c>checked_subtract(a, b)</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Subtract(nint context, int count, nint* arguments)
    {
        if (TryGetIntegers(context, count, arguments))
        {
            var left = Sqlite3.ValueInt64(arguments[0]);
            var right = Sqlite3.ValueInt64(arguments[1]);
            var difference = unchecked(left - right);
            Return(context, difference, ((left ^ right) & (left ^ difference)) >= 0);
        }
    }

    /// <summary><c>checked_multiply(a, b)</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Multiply(nint context, int count, nint* arguments)
    {
        if (TryGetIntegers(context, count, arguments))
        {
            var high = Math.BigMul(Sqlite3.ValueInt64(arguments[0]), Sqlite3.ValueInt64(arguments[1]), out var low);
            Return(context, low, high == low >> 63);
        }
    }

    /// <summary><c>checked_divide(a, b)</c>: truncated; null where b is zero, as SQLite's own.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Divide(nint context, int count, nint* arguments)
    {
        if (TryGetIntegers(context, count, arguments))
        {
            var left = Sqlite3.ValueInt64(arguments[0]);
            var right = Sqlite3.ValueInt64(arguments[1]);
            if (right == 0)
            {
                Sqlite3.ResultNull(context);
            }
            else
            {
                // The processor traps on the one quotient that does not fit: it must not be computed.
                var fits = left != long.MinValue || right != -1;
                Return(context, fits ? left / right : 0, fits);
            }
        }
    }

    /// <summary><c>checked_negate(a)</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Negate(nint context, int count, nint* arguments)
    {
        if (TryGetIntegers(context, count, arguments))
        {
            var value = Sqlite3.ValueInt64(arguments[0]);
            Return(context, unchecked(-value), value != long.MinValue);
        }
    }

    /// <summary><c>checked_abs(a)</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Abs(nint context, int count, nint* arguments)
    {
        if (TryGetIntegers(context, count, arguments))
        {
            var value = Sqlite3.ValueInt64(arguments[0]);
            Return(context, value < 0 ? unchecked(-value) : value, value != long.MinValue);
        }
    }

    private static bool TryGetIntegers(nint context, int count, nint* arguments)
    {
        for (var i = 0; i < count; i++)
        {
            switch (Sqlite3.ValueType(arguments[i]))
            {
                case Sqlite3.TypeInteger:
                    continue;
                case Sqlite3.TypeNull:
                    Sqlite3.ResultNull(context);
                    return false;
                default:
                    FunctionResult.Error(context, "checked arithmetic takes integers"u8);
                    return false;
            }
        }

        return true;
    }

    private static void Return(nint context, long result, bool fits)
    {
        if (fits)
        {
            Sqlite3.ResultInt64(context, result);
        }
        else
        {
            FunctionResult.Error(context, FunctionResult.IntegerOverflow);
        }
    }
}
