using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>The .NET members behind the functions of the language, for arguments that are not null.</summary>
internal static class FunctionText
{
    private const string Ordinal = "global::System.StringComparison.Ordinal";
    private const string Math = "global::System.Math";

    /// <summary>The call; a primary expression.</summary>
    /// <param name="function">The function.</param>
    /// <param name="subject">The kind of the first argument.</param>
    /// <param name="a">The arguments, printed.</param>
    public static string Of(ScalarFunction function, ScalarKind subject, IReadOnlyList<string> a) => function switch
    {
        ScalarFunction.Length => $"{Subject(a)}.Length",
        ScalarFunction.Contains => $"{Subject(a)}.Contains({a[1]}, {Ordinal})",
        ScalarFunction.StartsWith => $"{Subject(a)}.StartsWith({a[1]}, {Ordinal})",
        ScalarFunction.EndsWith => $"{Subject(a)}.EndsWith({a[1]}, {Ordinal})",
        ScalarFunction.IndexOf => $"{Subject(a)}.IndexOf({a[1]}, {Ordinal})",
        ScalarFunction.Replace => $"{Subject(a)}.Replace({a[1]}, {a[2]}, {Ordinal})",
        ScalarFunction.Concat => $"string.Concat({string.Join(", ", a)})",
        ScalarFunction.TrimAscii => $"{Names.Root}Text.TrimAscii({a[0]})",
        ScalarFunction.Left or ScalarFunction.Right => $"{Names.Root}Text.{function}({a[0]}, {a[1]})",
        ScalarFunction.HashBucket => $"{Names.Root}Encode.Hash({a[0]}, {a[1]}).GetValueOrDefault()",
        ScalarFunction.CompareText => $"{Names.Root}Text.Compare({a[0]}, {a[1]})",
        ScalarFunction.TextOf when subject is ScalarKind.Int32 or ScalarKind.Int64 => $"{Subject(a)}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
        ScalarFunction.TextOf => $"{Subject(a)}.ToString()",
        ScalarFunction.LowerAscii => $"{Names.Root}Text.LowerAscii({a[0]})",
        ScalarFunction.UpperAscii => $"{Names.Root}Text.UpperAscii({a[0]})",
        ScalarFunction.Abs when subject == ScalarKind.TimeSpan => $"{Subject(a)}.Duration()",
        ScalarFunction.Abs => $"{Math}.Abs({a[0]})",
        ScalarFunction.Min => $"{Math}.Min({a[0]}, {a[1]})",
        ScalarFunction.Max => $"{Math}.Max({a[0]}, {a[1]})",
        ScalarFunction.Within => $"{Names.DecimalValue}.Within({a[0]}, {a[1]})",
        ScalarFunction.Round => $"{Math}.Round({a[0]})",
        ScalarFunction.Floor => $"{Math}.Floor({a[0]})",
        ScalarFunction.Ceiling => $"{Math}.Ceiling({a[0]})",
        ScalarFunction.Truncate => $"{Math}.Truncate({a[0]})",
        ScalarFunction.Sign => $"{Math}.Sign({a[0]})",
        ScalarFunction.DateOf => $"global::System.DateOnly.FromDateTime({a[0]})",
        ScalarFunction.AddDays => $"{Subject(a)}.AddDays({a[1]})",
        ScalarFunction.AddMonths => $"{Subject(a)}.AddMonths({a[1]})",
        ScalarFunction.MidnightOf => $"{Subject(a)}.ToDateTime(global::System.TimeOnly.MinValue, global::System.DateTimeKind.Utc)",
        ScalarFunction.FromDays => $"{Names.TimeSpan}.FromDays(checked((int)({a[0]})))",
        ScalarFunction.FromHours => $"{Names.TimeSpan}.FromHours(checked((int)({a[0]})))",
        ScalarFunction.FromMinutes or ScalarFunction.FromSeconds or ScalarFunction.FromMilliseconds or ScalarFunction.FromMicroseconds => $"{Names.TimeSpan}.{function}({a[0]})",
        ScalarFunction.DayOfWeek => $"((int){Subject(a)}.DayOfWeek)",
        ScalarFunction.StartOfDay => $"{Subject(a)}.Date",
        ScalarFunction.SpanDays => $"{Subject(a)}.Days",
        ScalarFunction.SpanHours => $"{Subject(a)}.Hours",
        ScalarFunction.SpanMinutes => $"{Subject(a)}.Minutes",
        ScalarFunction.SpanSeconds => $"{Subject(a)}.Seconds",
        ScalarFunction.SpanMilliseconds => $"{Subject(a)}.Milliseconds",
        ScalarFunction.SpanMicroseconds => $"{Subject(a)}.Microseconds",
        ScalarFunction.Year or ScalarFunction.Month or ScalarFunction.Day or ScalarFunction.DayOfYear
            or ScalarFunction.Hour or ScalarFunction.Minute or ScalarFunction.Second or ScalarFunction.Millisecond
            or ScalarFunction.TimeOfDay or ScalarFunction.TotalDays or ScalarFunction.TotalHours or ScalarFunction.TotalMinutes
            or ScalarFunction.TotalSeconds or ScalarFunction.TotalMilliseconds or ScalarFunction.TotalMicroseconds
            or ScalarFunction.Microsecond or ScalarFunction.DayNumber => $"{Subject(a)}.{function}",
        _ => throw new InvalidOperationException($"Function {function} has no C# member."),
    };

    // Arguments are printed for argument position; before a dot anything but a plain name or call wants parentheses.
    private static string Subject(IReadOnlyList<string> a) => a[0].All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '@') ? a[0] : $"({a[0]})";
}
