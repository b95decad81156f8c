using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>Months and years of the calendar, and dates as instants.</summary>
internal static class CalendarMembers
{
    // Further than from one end of DateTime to the other.
    private const int FurthestYears = 10_001;
    private static readonly long[] MicrosecondsPerUnit = [3_600_000_000, 60_000_000, 1_000_000, 1_000, 1];

    public static Dictionary<string, MemberHandler> All { get; } = new()
    {
        ["M:System.DateTime.AddMonths(System.Int32)"] = Functions.Of(ScalarFunction.AddMonths),
        ["M:System.DateTime.AddYears(System.Int32)"] = AddYears,
        ["M:System.DateOnly.AddMonths(System.Int32)"] = Functions.Of(ScalarFunction.AddMonths),
        ["M:System.DateOnly.AddYears(System.Int32)"] = AddYears,
        ["M:System.DateOnly.ToDateTime(System.TimeOnly)"] = ToDateTime,
        ["M:System.DateOnly.ToDateTime(System.TimeOnly,System.DateTimeKind)"] = ToDateTime,
    };

    /// <summary>Twelve months each: 29 February becomes 28 February in a common year by either.</summary>
    private static Scalar? AddYears(MemberUse use) =>
        use.Operands() is not { } operands ? null : Build.Call(operands[0].Type.Kind, ScalarFunction.AddMonths, operands[0], MonthsOf(operands[1]));

    private static Scalar MonthsOf(Scalar years) => years is Constant { Value: int count }
        ? new Constant(ScalarType.Int32, 12 * Math.Max(-FurthestYears, Math.Min(count, FurthestYears)))
        : new Binary(years.Type, BinaryOperator.Multiply, years, new Constant(ScalarType.Int32, 12));

    private static Scalar? ToDateTime(MemberUse use)
    {
        if (use.PresentReceiver() is not { } date)
        {
            return null;
        }

        if (use.Arguments.Count > 1 && use.Binder.EvaluateConstant(use.Arguments[1]) is not ((int)DateTimeKind.Utc or (int)DateTimeKind.Unspecified))
        {
            return use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' depends on the machine's time zone. Write DateTimeKind.Utc.");
        }

        var midnight = Build.Call(ScalarKind.DateTime, ScalarFunction.MidnightOf, date);
        return TimeOfDay(use.Binder, use.Arguments[0]) switch
        {
            null => use.Fail(Rules.UnsupportedExpression, $"The time in '{ExpressionBinder.TextOf(use.Operation)}' must be TimeOnly.MinValue or new TimeOnly(…) of constants; add a TimeSpan to the midnight instead."),
            0 => midnight,
            { } microseconds => new Binary(midnight.Type, BinaryOperator.Add, midnight, new Constant(ScalarType.TimeSpan, microseconds)),
        };
    }

    /// <summary>The microseconds since midnight that a constant time of day names.</summary>
    private static long? TimeOfDay(ExpressionBinder binder, IOperation time)
    {
        switch (time)
        {
            case IPropertyReferenceOperation { Property: { Name: "MinValue", ContainingType.Name: "TimeOnly" } } or IDefaultValueOperation:
                return 0;
            case IObjectCreationOperation { Type.Name: "TimeOnly", Arguments: { Length: >= 2 and <= 5 } arguments }:
                var parts = arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => binder.EvaluateConstant(a.Value) as int?).ToList();
                return parts.Contains(null) ? null : parts.Select((part, i) => part!.Value * MicrosecondsPerUnit[i]).Sum() is >= 0 and < 86_400_000_000 and var total ? total : null;
            default:
                return null;
        }
    }
}
