using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2005Tests
{
    private static string Column(string column, string types = "") =>
        $$"""
        using System; using TypedFeatures; namespace Test;
        {{types}}
        [EventSource("clicks")] public sealed record Click { [EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } {{column}} }
        """;

    [Theory]
    [InlineData("public ulong [|Price|] { get; init; }")]
    [InlineData("public object? [|Any|] { get; init; }")]
    [InlineData("public int[]? [|Many|] { get; init; }")]
    [InlineData("public DateTimeOffset [|Moment|] { get; init; }")]
    [InlineData("public char? [|Letter|] { get; init; }")]
    [InlineData("public Flags [|Options|] { get; init; }", "[Flags] public enum Flags { A = 1, B = 2 }")]
    [InlineData("public Aliased [|Kind|] { get; init; }", "public enum Aliased { A = 1, B = 1 }")]
    [InlineData("public Huge [|Kind|] { get; init; }", "public enum Huge : ulong { A = ulong.MaxValue }")]
    [InlineData("public Empty [|Kind|] { get; init; }", "public enum Empty { }")]
    public Task TypeThatCannotBeStored_IsAnErrorInASource(string column, string types = "") =>
        RuleTest.ReportsAsync(RulesOf.UnsupportedType, Column(column, types));

    [Fact]
    public Task TypeThatCannotBeStored_IsAnErrorInAView() => RuleTest.ReportsAsync(RulesOf.UnsupportedType, TestView.Source(
        "public object? [|Value|] { get; init; }",
        "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }"));

    [Fact]
    public async Task ComputedProperty_NeedsNoColumn()
    {
        var compilation = TestCode.CompileValid(Column("public decimal Computed => 1;"));

        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
    }
}
