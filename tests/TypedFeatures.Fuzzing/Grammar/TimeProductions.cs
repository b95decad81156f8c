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
        .. new[] { "Milliseconds", "Microseconds" }.SelectMany(m => Part(Kind.Span, m, Kind.Int)), .. Part(Kind.Span, "TotalMicroseconds", Kind.Double),
        .. Part(Kind.Instant, "Microsecond", Kind.Int), .. Part(Kind.Date, "DayNumber", Kind.Int),
        .. Units(), .. Lengths(), .. Methods(), .. Weekday(Kind.Instant), .. Weekday(Kind.Date), .. Arithmetic(), .. Calendar(Kind.Instant), .. Calendar(Kind.Date),
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

    /// <summary>Finer parts, all of which are one family.</summary>
    private static IEnumerable<Production> Part(Kind kind, string name, Kind result) =>
    [
        new($"time.part<{FuzzType.NameOf(kind)}.{name}>", result, $"{{0}}.{name}", NotNull(kind) with { NotConstant = true }) { Weight = 0.5 },
        new($"time.part<{FuzzType.NameOf(kind)}?.{name}>", result, $"({{0}}?.{name})", Nullable(kind)) { Weight = 0.3 },
    ];

    /// <summary>Instants and dates moved by a number of units of the row's own, or by a constant one, which may be a fraction.</summary>
    private static IEnumerable<Production> Units()
    {
        foreach (var (unit, count) in new[] { ("Days", Kind.Int), ("Hours", Kind.Int), ("Minutes", Kind.Int), ("Seconds", Kind.Long), ("Milliseconds", Kind.Long) })
        {
            yield return new($"DateTime.AddUnits<{unit}>", Kind.Instant, $"{{0}}.Add{unit}({{1}})", NotNull(Kind.Instant) with { NotConstant = true }, NotNull(count) with { NotConstant = true })
            {
                Fails = true, Weight = 0.3,
            };
        }

        yield return new("DateTime.AddUnits<fraction>", Kind.Instant, "{0}.AddHours(-1.5)", NotNull(Kind.Instant) with { NotConstant = true }) { Fails = true, Weight = 0.3 };
        yield return new("DateTime.AddUnits<fraction?>", Kind.Instant, "({0}?.AddSeconds(0.000001))", Nullable(Kind.Instant)) { Fails = true, Weight = 0.3 };
        yield return new("DateOnly.AddDays", Kind.Date, "{0}.AddDays({1})", NotNull(Kind.Date) with { NotConstant = true }, NotNull(Kind.Int)) { Fails = true, Weight = 0.5 };
        yield return new("DateOnly.AddDays?", Kind.Date, "({0}?.AddDays(-60))", Nullable(Kind.Date)) { Fails = true, Weight = 0.5 };
        yield return new("DateOnly.FromDateTime", Kind.Date, "DateOnly.FromDateTime({0})", NotNull(Kind.Instant) with { NotConstant = true });
    }

    /// <summary>Lengths of time out of numbers.</summary>
    private static IEnumerable<Production> Lengths()
    {
        foreach (var (unit, count) in new[] { ("Days", Kind.Int), ("Hours", Kind.Int), ("Minutes", Kind.Long), ("Seconds", Kind.Long), ("Milliseconds", Kind.Long), ("Microseconds", Kind.Long) })
        {
            yield return new($"TimeSpan.From<{unit}>", Kind.Span, $"TimeSpan.From{unit}({{0}})", NotNull(count) with { NotConstant = true }) { Fails = true, Weight = 0.4 };
        }
    }

    /// <summary>Operators written as methods, and those that have no operator.</summary>
    private static IEnumerable<Production> Methods()
    {
        var instant = NotNull(Kind.Instant) with { NotConstant = true };
        var span = NotNull(Kind.Span) with { NotConstant = true };
        return
        [
            new("time.method<DateTime.Add>", Kind.Instant, "{0}.Add({1})", instant, NotNull(Kind.Span)) { Fails = true, Weight = 0.4 },
            new("time.method<DateTime.Subtract>", Kind.Instant, "{0}.Subtract({1})", instant, span) { Fails = true, Weight = 0.4 },
            new("time.method<DateTime.Difference>", Kind.Span, "{0}.Subtract({1})", instant, NotNull(Kind.Instant)) { Weight = 0.4 },
            new("time.method<TimeSpan.Add>", Kind.Span, "{0}.Add({1})", span, NotNull(Kind.Span)) { Fails = true, Weight = 0.4 },
            new("time.method<TimeSpan.Subtract>", Kind.Span, "{0}.Subtract({1})", span, NotNull(Kind.Span)) { Fails = true, Weight = 0.4 },
            new("time.method<TimeSpan.Negate>", Kind.Span, "{0}.Negate()", span) { Fails = true, Weight = 0.4 },
            new("time.method<TimeSpan.Duration>", Kind.Span, "{0}.Duration()", span) { Fails = true, Weight = 0.4 },
            new("time.method<TimeSpan?.Duration>", Kind.Span, "({0}?.Duration())", Nullable(Kind.Span)) { Fails = true, Weight = 0.4 },
            new("operator.span.divide", Kind.Double, "({0} / Hours(7))", Op(Kind.Span) with { NotConstant = true }) { Weight = 0.5 },
        ];
    }

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
        new(Of("DayOfWeek.equal", kind), Kind.Bool, "({0}.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)", NotNull(kind) with { NotConstant = true }) { Weight = 0.5 },
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
