using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>Parts of instants, dates and lengths of time.</summary>
internal static class TimeMembers
{
    private const string Instant = "P:System.DateTime.";
    private const string Date = "P:System.DateOnly.";
    private const string Span = "P:System.TimeSpan.";

    public static Dictionary<string, MemberHandler> All { get; } = new()
    {
        [Instant + "Year"] = Functions.Of(ScalarFunction.Year),
        [Instant + "Month"] = Functions.Of(ScalarFunction.Month),
        [Instant + "Day"] = Functions.Of(ScalarFunction.Day),
        [Instant + "DayOfYear"] = Functions.Of(ScalarFunction.DayOfYear),
        [Instant + "DayOfWeek"] = Functions.Of(ScalarFunction.DayOfWeek, ScalarKind.Int32),
        [Instant + "Hour"] = Functions.Of(ScalarFunction.Hour),
        [Instant + "Minute"] = Functions.Of(ScalarFunction.Minute),
        [Instant + "Second"] = Functions.Of(ScalarFunction.Second),
        [Instant + "Millisecond"] = Functions.Of(ScalarFunction.Millisecond),
        [Instant + "Microsecond"] = Functions.Of(ScalarFunction.Microsecond),
        [Instant + "Date"] = Functions.Of(ScalarFunction.StartOfDay),
        [Instant + "TimeOfDay"] = Functions.Of(ScalarFunction.TimeOfDay),
        [Date + "Year"] = Functions.Of(ScalarFunction.Year),
        [Date + "Month"] = Functions.Of(ScalarFunction.Month),
        [Date + "Day"] = Functions.Of(ScalarFunction.Day),
        [Date + "DayOfYear"] = Functions.Of(ScalarFunction.DayOfYear),
        [Date + "DayOfWeek"] = Functions.Of(ScalarFunction.DayOfWeek, ScalarKind.Int32),
        [Date + "DayNumber"] = Functions.Of(ScalarFunction.DayNumber),
        ["M:System.DateOnly.AddDays(System.Int32)"] = Functions.Of(ScalarFunction.AddDays),
        ["M:System.DateOnly.FromDateTime(System.DateTime)"] = Functions.Of(ScalarFunction.DateOf),
        [Span + "TotalDays"] = Functions.Of(ScalarFunction.TotalDays),
        [Span + "TotalHours"] = Functions.Of(ScalarFunction.TotalHours),
        [Span + "TotalMinutes"] = Functions.Of(ScalarFunction.TotalMinutes),
        [Span + "TotalSeconds"] = Functions.Of(ScalarFunction.TotalSeconds),
        [Span + "TotalMilliseconds"] = Functions.Of(ScalarFunction.TotalMilliseconds),
        [Span + "TotalMicroseconds"] = Functions.Of(ScalarFunction.TotalMicroseconds),
        [Span + "Days"] = Functions.Of(ScalarFunction.SpanDays),
        [Span + "Hours"] = Functions.Of(ScalarFunction.SpanHours),
        [Span + "Minutes"] = Functions.Of(ScalarFunction.SpanMinutes),
        [Span + "Seconds"] = Functions.Of(ScalarFunction.SpanSeconds),
        [Span + "Milliseconds"] = Functions.Of(ScalarFunction.SpanMilliseconds),
        [Span + "Microseconds"] = Functions.Of(ScalarFunction.SpanMicroseconds),
    };
}
