using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Lists and maps.</summary>
internal static class CompositeProductions
{
    private static readonly Kind[] Elements = [Kind.Int, Kind.Long, Kind.Decimal, Kind.String, Kind.Hue, Kind.Mark];
    private static readonly Kind[] Listed = [.. Elements, Kind.Bool, Kind.Guid, Kind.Instant, Kind.Date, Kind.Span, Kind.Double];
    private static readonly Kind[] Mapped = [.. Elements, Kind.Bool, Kind.Guid, Kind.Date];

    public static IEnumerable<Production> All { get; } = [.. Listed.SelectMany(Lists), .. Mapped.SelectMany(Maps), .. OneHot(), .. Vectors()];

    private static IEnumerable<Production> Lists(Kind kind)
    {
        foreach (var name in new[] { "FirstK", "LatestK", "TopK" })
        {
            yield return Of(name, kind, $"FeatureList<{FuzzType.NameOf(kind)}>", $"{{0}}.{name}(3, x => {{1}})", Row(kind));
        }
    }

    private static IEnumerable<Production> Maps(Kind kind)
    {
        yield return Of("CountBy", kind, $"FeatureMap<{FuzzType.NameOf(kind)}, long>", "{0}.CountBy(x => {1})", Row(kind));
        yield return Of("SumBy.long", kind, $"FeatureMap<{FuzzType.NameOf(kind)}, long>", "{0}.SumBy(x => {1}, x => {2})", Row(kind), Row(Kind.Long)) with { FailsInTotal = true };
        yield return Of("SumBy.double", kind, $"FeatureMap<{FuzzType.NameOf(kind)}, double>", "{0}.SumBy(x => {1}, x => {2})", Row(kind), Row(Kind.Double)) with
        {
            Magnitude = "{0}.Sum(x => Magnitude.Of({2}))",
        };
    }

    /// <summary>Three numbers, one of which is 1, or none.</summary>
    private static IEnumerable<Production> OneHot() =>
    [
        Vector("Encode.OneHot", "Encode.OneHot({0}, \"a\", \"abc\", \"\")", Op(Kind.String)),
        Vector("Encode.OneHot<long>", "Encode.OneHot({0}, -1, 0, 4294967296)", Op(Kind.Long)),
        Vector("Encode.OneHot<Zone>", "Encode.OneHot({0})", Op(Kind.Zone)),
    ];

    /// <summary>What is computed number by number, and what is taken as it is.</summary>
    private static IEnumerable<Production> Vectors()
    {
        foreach (var name in new[] { "Sum", "Average", "Latest", "First" })
        {
            yield return new($"aggregate.{name}<vector>", Kind.Composite, $"{{0}}.{name}(x => {{1}})", Window, Row(Kind.Vector))
            {
                Level = Level.Group, ResultNull = ResultNull.Never, TypeText = name == "Sum" ? "float[]" : "float[]?",
            };
        }
    }

    private static Production Vector(string construct, string text, Operand value) =>
        new(construct, Kind.Composite, text, value with { NotConstant = true }) { Level = Level.Group, ResultNull = ResultNull.Never, TypeText = "float[]", Weight = 0.7 };

    private static Production Of(string name, Kind kind, string type, string text, params Operand[] row) =>
        new(Ops.Of("aggregate." + name, kind), Kind.Composite, text, [Window, .. row])
        {
            Level = Level.Group, ResultNull = ResultNull.Never, TypeText = type,
        };
}
