using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3011Tests
{
    [Theory]
    [InlineData("record UserOrders", "record [|UserOrders|]", "Define(Events<Order> orders, Dimension", "Define(Events<Return> orders, Dimension")]
    [InlineData("record Risk", "record [|Risk|]", "MaxAge = \"30d\"", "MaxAge = \"29d\"")]
    [InlineData("record Refunded", "record [|Refunded|]", "g.Next(Days(60))", "g.Next(Days(61))")]
    public Task SourceMaxAgeOrHorizon_IsAnErrorAtTheRecord(params string[] edits) => ContractTest.ReportsAsync(RulesOf.Source, edits, RulesOf.EntryOutOfDate);

    [Fact]
    public async Task EventTime_IsAnErrorAtEveryRecordThatReadsIt()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.Source, [
            "[EventTime] public DateTime OccurredAt { get; init; }\n    public DateTime PlacedAt", "public DateTime OccurredAt { get; init; }\n    [EventTime] public DateTime PlacedAt",
            "record UserOrders", "record [|UserOrders|]", "record Refunded", "record [|Refunded|]",
        ]);
        diagnostic.GetMessage(null).ShouldStartWith("Feature view 'user_orders' version 1: the event time of 'orders' is 'placed_at', and was 'occurred_at'. Affected services: 'checkout' version 3.");
    }

    [Fact]
    public Task EventId_IsAnErrorAtEveryRecordThatReadsIt() => ContractTest.ReportsAsync(RulesOf.Source, [
        "[EventId] public required string Id { get; init; }\n    public required string OtherId", "public required string Id { get; init; }\n    [EventId] public required string OtherId",
        "record UserOrders", "record [|UserOrders|]", "record Refunded", "record [|Refunded|]",
    ]);

    [Fact]
    public Task AColumnThatNothingReads_IsAllowed() => ContractTest.AllowsAsync(RulesOf.Source, "public int Quantity { get; init; }", "public int? Pieces { get; init; } public int Quantity { get; init; }");
}
