using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2041Tests
{
    [Theory]
    [InlineData("long", "g.All.Count(e => [|e.Place == e.Aim|])")]
    [InlineData("long", "[|g.All.CountDistinct(e => e.Place)|]")]
    [InlineData("FeatureMap<string, long>", "g.All.SumBy(e => e.Name, e => [|e.Place == e.Aim|] ? 1 : 2)")]
    public Task VectorComparedOrCounted_IsAnError(string type, string value) =>
        RuleTest.ReportsAsync(RulesOf.CompositeUse, View($"public {type} Value {{ get; init; }} = default!;", value));

    [Theory]
    [InlineData("[|g.All.Mode(e => e.Place)|]")]
    [InlineData("[|g.All.Latest(e => e.Place) ?? g.All.First(e => e.Place)|]")]
    [InlineData("g.All.Latest(e => [|e.Hot ? e.Place : e.Aim|])")]
    public Task VectorChosen_IsAnError(string value) =>
        RuleTest.ReportsAsync(RulesOf.CompositeUse, View("[Vector(2)] public float[]? Value { get; init; }", value));

    [Fact]
    public Task ListChosen_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.CompositeUse,
        View("public FeatureList<string> Value { get; init; } = [];", "[|g.All.Any() ? g.All.LatestK(2, e => e.Name) : g.All.FirstK(2, e => e.Name)|]"));

    [Fact]
    public Task VectorAsAKey_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.CompositeUse,
        Sources + "[DimensionSource(\"d\")] public sealed record D { [EntityKey, Vector(2)] public float[] [|Place|] { get; init; } = [0, 0]; [EntityKey] public long Id { get; init; } [ValidFrom] public DateTime From { get; init; } }");

    [Theory]
    [InlineData("public long Value { get; init; }", "g.All.Count(e => e.Place != null && e.Aim is not null)")]
    [InlineData("[Vector(2)] public float[] Value { get; init; } = [0, 0];", "g.All.Sum(e => e.Place)")]
    [InlineData("[Vector(2)] public float[]? Value { get; init; }", "g.Last(Days(3)).Average(e => e.Place)")]
    [InlineData("[Vector(2)] public float[]? Value { get; init; }", "g.All.Latest(e => e.Place)")]
    [InlineData("[Vector(2)] public float[]? Value { get; init; }", "null")]
    [InlineData("public FeatureList<string> Value { get; init; } = [];", "g.All.LatestK(3, e => e.Name)")]
    [InlineData("public IReadOnlyList<string> Value { get; init; } = [];", "g.All.TopK(3, e => e.Name)")]
    [InlineData("public FeatureMap<string, long> Value { get; init; } = FeatureMap<string, long>.Empty;", "g.All.CountBy(e => e.Name)")]
    [InlineData("public IReadOnlyDictionary<string, double>? Value { get; init; }", "g.All.SumBy(e => e.Name, e => e.Weight)")]
    public Task WhatIsTakenAsItIs_IsAllowed(string feature, string value) => RuleTest.AllowsAsync(View(feature, value));

    [Theory]
    [InlineData("[Vector(3)] public float[]? Value { get; init; }", "g.All.Latest(e => [|e.Place|])")]
    public async Task VectorOfAnotherLength_IsNoValueOfTheFeature(string feature, string value)
    {
        var compilation = TestCode.CompileValid(View(feature, value.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)));

        (await TestCode.AnalyzeAsync(compilation)).ShouldHaveSingleItem().GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("Vector(3)");
    }

    private const string Sources = """
        using System; using System.Collections.Generic; using TypedFeatures; using static TypedFeatures.Duration; namespace Test;
        [EventSource("events")] public sealed record E
        {
            [EventId] public long Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            public long UserId { get; init; }
            public string? Name { get; init; }
            public double? Weight { get; init; }
            public bool Hot { get; init; }
            [Vector(2)] public float[]? Place { get; init; }
            [Vector(2)] public float[]? Aim { get; init; }
        }

        """;

    private static string View(string feature, string value) => Sources + $$"""
        [FeatureView("test_view")] public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            {{feature}}
            static FeatureQuery<TestView> Define(Events<E> events) =>
                from e in events group e by e.UserId into g select new TestView { UserId = g.Key, Value = {{value}} };
        }
        """;
}
