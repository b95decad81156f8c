using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>What stands elsewhere and is read in place of its use: methods with an expression body, fields, arrays.</summary>
internal static class InlinedProductions
{
    /// <summary>The class that definitions name.</summary>
    public const string Declarations = """
        public static class Known
        {
            public const int Least = -3;
            public static readonly TimeSpan Cut = Hours(36) + TimeSpan.FromMicroseconds(1L);
            public static readonly DateTime Begin = new(1969, 12, 31, 23, 59, 59, DateTimeKind.Utc);
            public static readonly DateOnly Leap = new(2024, 2, 29);
            public static readonly Guid Token = Guid.Parse("00000001-0100-0001-0102-0304050607fe");
            public static readonly string[] Words = ["abc", "", "\uFF5E", "a\uD83D\uDE00"];
            public static readonly Hue[] Hues = [Hue.Grey, Hue.Green];
            public static double Half(double value) => value / 2;
            public static int Twice(int value) => checked(value + value);
            public static int OrLeast(this int? value) => value ?? Least;
            public static bool IsWithin(long value, long least, long greatest) => value >= least && value < greatest;
            public static string? Marked(string? text, bool isMarked) => isMarked ? text + "!" : text;
        }

        """;

    public static IEnumerable<Production> All { get; } = [.. Methods(), .. Fields(), .. Arrays()];

    // C# computes every argument, wherever the method needs it: one that may fail is refused where it may not be needed.
    private static IEnumerable<Production> Methods() =>
    [
        new("expression.helper<double>", Kind.Double, "Known.Half({0})", NotNull(Kind.Double) with { NotConstant = true }) { Weight = 0.5 },
        new("expression.helper<int>", Kind.Int, "Known.Twice({0})", NotNull(Kind.Int) with { NotConstant = true }) { Fails = true, Weight = 0.5 },
        new("expression.helper<int?>", Kind.Int, "{0}.OrLeast()", Nullable(Kind.Int)) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new("expression.helper<bool>", Kind.Bool, "Known.IsWithin({0}, {1}, {2})",
            NotNull(Kind.Long) with { NotConstant = true }, NotNull(Kind.Long), NotNull(Kind.Long) with { CannotFail = true }) { Weight = 0.5 },
        new("expression.helper<string>", Kind.String, "Known.Marked({0}, {1})", Op(Kind.String) with { CannotFail = true, NotConstant = true }, Aside(Kind.Bool))
        {
            ResultNull = ResultNull.Always, Weight = 0.5,
        },
    ];

    private static IEnumerable<Production> Fields() =>
    [
        new("expression.readonly<TimeSpan>", Kind.Bool, "({0} > Known.Cut)", Any(Kind.Span)) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new("expression.readonly<DateTime>", Kind.Span, "({0} - Known.Begin)", Any(Kind.Instant)) { Weight = 0.5 },
        new("expression.readonly<DateOnly>", Kind.Bool, "({0} <= Known.Leap)", Any(Kind.Date)) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new("expression.readonly<Guid>", Kind.Bool, "({0} != Known.Token)", Any(Kind.Guid)) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new("expression.constant", Kind.Int, "Math.Max({0}, Known.Least)", NotNull(Kind.Int) with { NotConstant = true }) { Weight = 0.5 },
    ];

    private static IEnumerable<Production> Arrays() =>
    [
        new("expression.contains<int>", Kind.Bool, "new[] { 1, 3, -7 }.Contains({0})", NotNull(Kind.Int) with { NotConstant = true }) { Weight = 0.5 },
        new("expression.contains<long?>", Kind.Bool, "new long?[] { 1, null, 4294967296 }.Contains({0})", Nullable(Kind.Long)) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new("expression.contains<string>", Kind.Bool, "Known.Words.Contains({0})", NotNull(Kind.String) with { NotConstant = true }) { Weight = 0.5 },
        new("expression.contains<string?>", Kind.Bool, "new[] { \"a\", null, \"ABC\" }.Contains({0})", Any(Kind.String)) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new("expression.contains<Hue>", Kind.Bool, "Known.Hues.Contains({0})", NotNull(Kind.Hue) with { NotConstant = true }) { Weight = 0.5 },
    ];

    private static Operand Any(Kind kind) => new(kind) { NotConstant = true };
}
