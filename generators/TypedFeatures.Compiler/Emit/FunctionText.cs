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
        ScalarFunction.LowerAscii => $"{Names.Root}Text.LowerAscii({a[0]})",
        ScalarFunction.UpperAscii => $"{Names.Root}Text.UpperAscii({a[0]})",
        ScalarFunction.Abs when subject == ScalarKind.TimeSpan => $"{Subject(a)}.Duration()",
        ScalarFunction.Abs => $"{Math}.Abs({a[0]})",
        ScalarFunction.Min => $"{Math}.Min({a[0]}, {a[1]})",
        ScalarFunction.Max => $"{Math}.Max({a[0]}, {a[1]})",
        ScalarFunction.Round => $"{Math}.Round({a[0]})",
        ScalarFunction.Floor => $"{Math}.Floor({a[0]})",
        ScalarFunction.Ceiling => $"{Math}.Ceiling({a[0]})",
        ScalarFunction.DayOfWeek => $"((int){Subject(a)}.DayOfWeek)",
        ScalarFunction.StartOfDay => $"{Subject(a)}.Date",
        ScalarFunction.SpanDays => $"{Subject(a)}.Days",
        ScalarFunction.SpanHours => $"{Subject(a)}.Hours",
        ScalarFunction.SpanMinutes => $"{Subject(a)}.Minutes",
        ScalarFunction.SpanSeconds => $"{Subject(a)}.Seconds",
        ScalarFunction.Year or ScalarFunction.Month or ScalarFunction.Day or ScalarFunction.DayOfYear
            or ScalarFunction.Hour or ScalarFunction.Minute or ScalarFunction.Second or ScalarFunction.Millisecond
            or ScalarFunction.TimeOfDay or ScalarFunction.TotalDays or ScalarFunction.TotalHours or ScalarFunction.TotalMinutes
            or ScalarFunction.TotalSeconds or ScalarFunction.TotalMilliseconds => $"{Subject(a)}.{function}",
        _ => throw new InvalidOperationException($"Function {function} has no C# member."),
    };

    // Arguments are printed for argument position; before a dot anything but a plain name or call wants parentheses.
    private static string Subject(IReadOnlyList<string> a) => a[0].All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '@') ? a[0] : $"({a[0]})";
}
