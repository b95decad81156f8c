using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Instants, dates and lengths of time.</summary>
internal static class TimeProductions
{
    public static IEnumerable<Production> All { get; } =
    [
        .. new[] { "Year", "Month", "Day", "DayOfYear", "Hour", "Minute", "Second", "Millisecond" }.SelectMany(m => Member(Kind.Instant, m, Kind.Int)),
        .. Member(Kind.Instant, "Date", Kind.Instant), .. Member(Kind.Instant, "TimeOfDay", Kind.Span),
        .. new[] { "Year", "Month", "Day", "DayOfYear" }.SelectMany(m => Member(Kind.Date, m, Kind.Int)),
        .. new[] { "TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds" }.SelectMany(m => Member(Kind.Span, m, Kind.Double)),
        .. new[] { "Days", "Hours", "Minutes", "Seconds" }.SelectMany(m => Member(Kind.Span, m, Kind.Int)),
        .. Weekday(Kind.Instant), .. Weekday(Kind.Date), .. Arithmetic(), .. Calendar(Kind.Instant), .. Calendar(Kind.Date),
        new("DateTime.AddMicroseconds", Kind.Instant, "{0}.AddMicroseconds({1})", NotNull(Kind.Instant) with { NotConstant = true }, NotNull(Kind.Int)) { Fails = true, Weight = 0.7 },
        new("DateTime.AddTicks", Kind.Instant, "{0}.AddTicks(-10)", NotNull(Kind.Instant) with { NotConstant = true }) { Fails = true, Weight = 0.7 },
        new("DateOnly.ToDateTime", Kind.Instant, "{0}.ToDateTime(TimeOnly.MinValue)", NotNull(Kind.Date) with { NotConstant = true }),
        new("DateOnly.ToDateTime.time", Kind.Instant, "{0}.ToDateTime(new TimeOnly(23, 59, 59, 999, 999))", NotNull(Kind.Date) with { NotConstant = true }) { Fails = true, Weight = 0.5 },
    ];

    private static IEnumerable<Production> Member(Kind kind, string name, Kind result) =>
    [
        new($"{FuzzType.NameOf(kind)}.{name}", result, $"{{0}}.{name}", NotNull(kind) with { NotConstant = true }),
        new($"{FuzzType.NameOf(kind)}?.{name}", result, $"({{0}}?.{name})", Nullable(kind)) { Weight = 0.7 },
    ];

    /// <summary>Months: of the row's own number, which mostly leaves the years there are, and of a few, which does not.</summary>
    private static IEnumerable<Production> Calendar(Kind kind) =>
    [
        new(Of("AddMonths", kind), kind, "{0}.AddMonths({1})", NotNull(kind) with { NotConstant = true }, NotNull(Kind.Int)) { Fails = true, Weight = 0.5 },
        new(Of("AddMonths.constant", kind), kind, "{0}.AddMonths(-11)", NotNull(kind) with { NotConstant = true }) { Fails = true },
        new(OfNullable("AddMonths", kind), kind, "({0}?.AddMonths(25))", Nullable(kind)) { Fails = true, Weight = 0.7 },
        new(Of("AddYears", kind), kind, "{0}.AddYears(1)", NotNull(kind) with { NotConstant = true }) { Fails = true },
    ];

    private static IEnumerable<Production> Weekday(Kind kind) =>
    [
        new(Of("DayOfWeek.equal", kind), Kind.Bool, "({0}.DayOfWeek == DayOfWeek.Sunday)", NotNull(kind) with { NotConstant = true }),
        new(OfNullable("DayOfWeek.equal", kind), Kind.Bool, "({0}?.DayOfWeek == DayOfWeek.Thursday)", Nullable(kind)) { ResultNull = ResultNull.Never },
        new(Of("DayOfWeek.number", kind), Kind.Int, "((int){0}.DayOfWeek)", NotNull(kind) with { NotConstant = true }),
    ];

    private static IEnumerable<Production> Arithmetic() =>
    [
        new("operator.instant.difference", Kind.Span, "({0} - {1})", Op(Kind.Instant) with { NotConstant = true }, Op(Kind.Instant)),
        new("operator.instant.add", Kind.Instant, "({0} + {1})", Op(Kind.Instant) with { NotConstant = true }, Op(Kind.Span)) { Fails = true },
        new("operator.instant.subtract", Kind.Instant, "({0} - {1})", Op(Kind.Instant) with { NotConstant = true }, Op(Kind.Span)) { Fails = true },
        new("operator.span.add", Kind.Span, "({0} + {1})", Op(Kind.Span) with { NotConstant = true }, Op(Kind.Span)) { Fails = true },
        new("operator.span.subtract", Kind.Span, "({0} - {1})", Op(Kind.Span) with { NotConstant = true }, Op(Kind.Span)) { Fails = true },
        new("operator.span.negate", Kind.Span, "(-{0})", Op(Kind.Span) with { NotConstant = true }) { Fails = true },
    ];
}
