using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2090Tests
{
    [Theory]
    [InlineData("public decimal [|Price|] { get; init; }")]
    [InlineData("public decimal? [|Price|] { get; init; }")]
    [InlineData("[Decimal(0, 0)] public decimal [|Price|] { get; init; }")]
    [InlineData("[Decimal(19, 2)] public decimal [|Price|] { get; init; }")]
    [InlineData("[Decimal(9, -1)] public decimal [|Price|] { get; init; }")]
    [InlineData("[Decimal(9, 10)] public decimal [|Price|] { get; init; }")]
    [InlineData("[Decimal(9, 2)] public double [|Price|] { get; init; }")]
    [InlineData("[Decimal(9, 2)] public string? [|Price|] { get; init; }")]
    public Task DecimalWithoutFittingDigits_IsAnErrorInASource(string column) => RuleTest.ReportsAsync(RulesOf.DecimalDigits, Column(column));

    [Fact]
    public Task DecimalWithoutDigits_IsAnErrorInAView() =>
        RuleTest.ReportsAsync(RulesOf.DecimalDigits, DecimalSource.Row("public decimal? [|Value|]", "p.Amount"));

    [Fact]
    public Task ListOfDecimalsWithoutDigits_IsAnErrorInAView() =>
        RuleTest.ReportsAsync(RulesOf.DecimalDigits, DecimalSource.Feature("public FeatureList<decimal> [|Value|]", "g.All.LatestK(3, p => p.Amount)"));

    [Theory]
    [InlineData("[Request] public required decimal [|Discount|] { get; init; }")]
    [InlineData("public decimal [|Doubled|] => 1m;")]
    public Task DecimalWithoutDigits_IsAnErrorInAService(string property) =>
        RuleTest.ReportsAsync(RulesOf.DecimalDigits, DecimalSource.Service(property));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(18, 0)]
    [InlineData(18, 18)]
    public async Task DecimalWithDigits_IsAColumn(int precision, int scale)
    {
        var compilation = TestCode.CompileValid(Column($"[Decimal({precision}, {scale})] public decimal? Price {{ get; init; }}"));

        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
    }

    private static string Column(string column) =>
        $$"""
        using System; using TypedFeatures; namespace Test;
        [EventSource("clicks")] public sealed record Click { [EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } {{column}} }
        """;
}
