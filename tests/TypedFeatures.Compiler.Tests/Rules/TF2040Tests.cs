using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2040Tests
{
    [Theory]
    [InlineData("public float[]? [|Embedding|] { get; init; }")]
    [InlineData("[Vector(0)] public float[]? [|Embedding|] { get; init; }")]
    [InlineData("[Vector(-1)] public float[]? [|Embedding|] { get; init; }")]
    [InlineData("[Vector(4097)] public float[]? [|Embedding|] { get; init; }")]
    [InlineData("[Vector(3)] public double[]? [|Embedding|] { get; init; }")]
    [InlineData("[Vector(3)] public string? [|Embedding|] { get; init; }")]
    public Task VectorWithoutAFittingLength_IsAnErrorInASource(string column) => RuleTest.ReportsAsync(RulesOf.VectorLength, Column(column));

    [Fact]
    public Task VectorWithoutALength_IsAnErrorInAView() => RuleTest.ReportsAsync(RulesOf.VectorLength, TestView.Source(
        "public float[]? [|Value|] { get; init; }",
        "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = null }"));

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    public async Task VectorWithALength_IsAColumn(int length)
    {
        var compilation = TestCode.CompileValid(Column($"[Vector({length})] public float[]? Embedding {{ get; init; }}"));

        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
    }

    private static string Column(string column) =>
        $$"""
        using System; using TypedFeatures; namespace Test;
        [EventSource("clicks")] public sealed record Click { [EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } {{column}} }
        """;
}
