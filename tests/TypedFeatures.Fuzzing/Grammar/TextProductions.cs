using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Text.</summary>
internal static class TextProductions
{
    public static IEnumerable<Production> All { get; } =
    [
        .. Member("Length", Kind.Int, ".Length"),
        .. Search("Contains"), .. Search("StartsWith"), .. Search("EndsWith"),
        new("string.Equals", Kind.Bool, "string.Equals({0}, {1}, StringComparison.Ordinal)", Text, Op(Kind.String)) { ResultNull = ResultNull.Never },
        new("string.IsNullOrEmpty", Kind.Bool, "string.IsNullOrEmpty({0})", Text) { ResultNull = ResultNull.Never },
        new("Text.LowerAscii", Kind.String, "Text.LowerAscii({0})", Text),
        new("Text.UpperAscii", Kind.String, "Text.UpperAscii({0})", Text),
        new("Text.Left", Kind.String, "Text.Left({0}, 2)", Text),
        new("Text.Right", Kind.String, "Text.Right({0}, 1)", Text),
        new("Encode.Hash", Kind.Int, "Encode.Hash({0}, 3)", Text) { ResultNull = ResultNull.Always },
        new("Encode.Hash<long>", Kind.Int, "Encode.Hash({0}, 1000)", Op(Kind.Long) with { NotConstant = true }) { ResultNull = ResultNull.Always, Weight = 0.5 },
    ];

    private static Operand Text => new(Kind.String) { NotConstant = true };

    private static IEnumerable<Production> Member(string name, Kind result, string text) =>
    [
        new($"string.{name}", result, $"{{0}}{text}", Text with { Nulls = Nulls.Never }),
        new($"string.{name}?", result, $"({{0}}?{text})", Text with { Nulls = Nulls.Maybe }),
    ];

    private static IEnumerable<Production> Search(string name) =>
    [
        new($"string.{name}", Kind.Bool, $"{{0}}.{name}({{1}}, StringComparison.Ordinal)", Text with { Nulls = Nulls.Never }, NotNull(Kind.String)),
        new($"string.{name}?", Kind.Bool, $"({{0}}?.{name}({{1}}, StringComparison.Ordinal) == true)", Text with { Nulls = Nulls.Maybe }, NotNull(Kind.String))
        {
            ResultNull = ResultNull.Never,
        },
    ];
}
