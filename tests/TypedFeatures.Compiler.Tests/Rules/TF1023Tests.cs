using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1023Tests
{
    private static string Source(string time) => $$"""
        using System;
        using TypedFeatures;

        namespace Test;

        [EventSource("visits")]
        public sealed record Visit { [EventId] public long Id { get; init; } {{time}} }
        """;

    [Theory]
    [InlineData("[EventTime] public DateTime [|IngestedAt|] { get; init; }")]
    [InlineData("[EventTime] public DateTime [|LoadTime|] { get; init; }")]
    [InlineData("[EventTime] public DateTime [|InsertedOn|] { get; init; }")]
    [InlineData("[EventTime] public DateTime [|ProcessedAtUtc|] { get; init; }")]
    public Task EventTimeCalledLikeALoad_IsInformation(string time) => RuleTest.ReportsAsync(RulesOf.EventTimeByName, Source(time));

    [Fact]
    public Task StartOfADimensionCalledLikeALoad_IsInformation() => RuleTest.ReportsAsync(
        RulesOf.EventTimeByName,
        "using System; using TypedFeatures; namespace Test; [DimensionSource(\"shops\")] public sealed record Shop { [EntityKey] public long Id { get; init; } [ValidFrom] public DateTime [|SyncedAt|] { get; init; } }");

    [Theory]
    [InlineData("[EventTime] public DateTime At { get; init; } [IngestTime] public DateTime IngestedAt { get; init; }")]
    [InlineData("[EventTime] public DateTime OccurredAt { get; init; }")]
    [InlineData("[EventTime] public DateTime LoadedTruckAt { get; init; }")]
    [InlineData("[EventTime] public DateTime UpdatedAt { get; init; }")]
    public async Task OtherNames_AreAllowed(string time) => (await TestCode.AnalyzeAsync(TestCode.CompileValid(Source(time)))).ShouldBeEmpty();
}
