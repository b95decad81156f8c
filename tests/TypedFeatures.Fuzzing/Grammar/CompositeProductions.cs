using TypedFeatures.Fuzzing.Model;
using static TypedFeatures.Fuzzing.Grammar.Ops;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Lists and maps.</summary>
internal static class CompositeProductions
{
    private static readonly Kind[] Elements = [Kind.Int, Kind.Long, Kind.Decimal, Kind.String, Kind.Hue, Kind.Mark];

    public static IEnumerable<Production> All { get; } = [.. Elements.SelectMany(Lists), .. Elements.SelectMany(Maps)];

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

    private static Production Of(string name, Kind kind, string type, string text, params Operand[] row) =>
        new(Ops.Of("aggregate." + name, kind), Kind.Composite, text, [Window, .. row])
        {
            Level = Level.Group, ResultNull = ResultNull.Never, TypeText = type,
        };
}
