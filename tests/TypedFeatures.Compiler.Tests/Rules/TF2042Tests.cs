using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2042Tests
{
    [Theory]
    [InlineData("public FeatureList<string>? [|Items|] { get; init; }")]
    [InlineData("public IReadOnlyList<long>? [|Items|] { get; init; }")]
    [InlineData("public FeatureMap<string, long>? [|Items|] { get; init; }")]
    [InlineData("public IReadOnlyDictionary<string, double>? [|Items|] { get; init; }")]
    public Task ListOrMap_IsNoColumn(string column) => RuleTest.ReportsAsync(
        RulesOf.CompositeColumn,
        $$"""
        using System; using System.Collections.Generic; using TypedFeatures; namespace Test;
        [EventSource("clicks")] public sealed record Click { [EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } {{column}} }
        """);
}
