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
        .. Equal(), .. Places(), .. Joined(), .. Written(),
        new("string.IsNullOrEmpty", Kind.Bool, "string.IsNullOrEmpty({0})", Text) { ResultNull = ResultNull.Never },
        new("Text.LowerAscii", Kind.String, "Text.LowerAscii({0})", Text),
        new("Text.UpperAscii", Kind.String, "Text.UpperAscii({0})", Text),
        new("Text.Left", Kind.String, "Text.Left({0}, 2)", Text),
        new("Text.Right", Kind.String, "Text.Right({0}, 1)", Text),
        new("Text.TrimAscii", Kind.String, "Text.TrimAscii({0})", Text),
        new("Text.Compare", Kind.Int, "Text.Compare({0}, {1})", Text with { Nulls = Nulls.Never }, NotNull(Kind.String)),
        new("Encode.Hash", Kind.Int, "Encode.Hash({0}, 3)", Text) { ResultNull = ResultNull.Always },
        new("Encode.Hash<long>", Kind.Int, "Encode.Hash({0}, 1000)", Op(Kind.Long) with { NotConstant = true }) { ResultNull = ResultNull.Always, Weight = 0.5 },
        new("Encode.Hash<Guid>", Kind.Int, "Encode.Hash({0}, 7)", Op(Kind.Guid) with { NotConstant = true }) { ResultNull = ResultNull.Always, Weight = 0.5 },
    ];

    private static Operand Text => new(Kind.String) { NotConstant = true };

    private static IEnumerable<Production> Equal() =>
    [
        new("string.Equals", Kind.Bool, "string.Equals({0}, {1}, StringComparison.Ordinal)", Text, Op(Kind.String)) { ResultNull = ResultNull.Never },
        new("string.Equals<plain>", Kind.Bool, "string.Equals({0}, {1})", Text, Op(Kind.String)) { ResultNull = ResultNull.Never, Weight = 0.5 },
        new("string.Equals<instance>", Kind.Bool, "{0}.Equals({1}, StringComparison.Ordinal)", Text with { Nulls = Nulls.Never }, Aside(Kind.String, Nulls.Any))
        {
            ResultNull = ResultNull.Never, Weight = 0.5,
        },
    ];

    /// <summary>Where a part of a text is, and another put there.</summary>
    private static IEnumerable<Production> Places() =>
    [
        new("string.IndexOf", Kind.Int, "{0}.IndexOf({1}, StringComparison.Ordinal)", Text with { Nulls = Nulls.Never }, NotNull(Kind.String)),
        new("string.IndexOf?", Kind.Int, "({0}?.IndexOf({1}, StringComparison.Ordinal))", Text with { Nulls = Nulls.Maybe }, NotNull(Kind.String)),
        new("string.Replace", Kind.String, "{0}.Replace(\"a\", {1}, StringComparison.Ordinal)", Text with { Nulls = Nulls.Never }, Aside(Kind.String, Nulls.Any)),
        new("string.Replace<surrogates>", Kind.String, "{0}.Replace(\"\\uD83D\\uDE00\", {1})", Text with { Nulls = Nulls.Never }, Aside(Kind.String, Nulls.Any)) { Weight = 0.5 },
        new("string.Replace?", Kind.String, "({0}?.Replace(\"aa\", \"a\"))", Text with { Nulls = Nulls.Maybe }) { Weight = 0.5 },
    ];

    /// <summary>Texts, GUIDs and members one after the other: null among them is nothing.</summary>
    private static IEnumerable<Production> Joined() =>
    [
        Join("string.Concat", "({0} + {1})", Aside(Kind.String, Nulls.Any), Aside(Kind.String, Nulls.Any)),
        Join("string.Concat<method>", "string.Concat({0}, \"|\", {1})", Aside(Kind.String, Nulls.Any), Aside(Kind.String, Nulls.Any)),
        Join("string.Concat<Guid>", "({0} + {1})", Aside(Kind.String, Nulls.Any), Aside(Kind.Guid, Nulls.Any)),
        Join("string.Concat<four>", "string.Concat({0}, \"'\", {1}, \"\\\\\")", Aside(Kind.String, Nulls.Any), Aside(Kind.String, Nulls.Any)),
        Join("string.interpolate", "$\"{{0}}:{{1}}\"", Aside(Kind.String, Nulls.Any), Aside(Kind.Hue, Nulls.Any)),
        Join("string.interpolate<Guid>", "$\"{{0}}{{1}}%\"", Aside(Kind.Guid, Nulls.Any), Aside(Kind.Zone, Nulls.Any)),
    ];

    private static Production Join(string construct, string text, params Operand[] operands) =>
        new(construct, Kind.String, text, [operands[0] with { NotConstant = true }, .. operands[1..]]) { ResultNull = ResultNull.Never, Weight = 0.7 };

    /// <summary>What is no text, as text.</summary>
    private static IEnumerable<Production> Written() =>
        new[] { Kind.Int, Kind.Long, Kind.Guid, Kind.Hue, Kind.Zone }.SelectMany(kind =>
        {
            var call = $"ToString({(kind is Kind.Int or Kind.Long ? "System.Globalization.CultureInfo.InvariantCulture" : "")})";
            return new Production[]
            {
                new(Of("ToString", kind), Kind.String, $"{{0}}.{call}", NotNull(kind) with { NotConstant = true }) { Weight = 0.5 },
                new(OfNullable("ToString", kind), Kind.String, $"({{0}}?.{call})", Nullable(kind)) { Weight = 0.4 },
            };
        });

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
