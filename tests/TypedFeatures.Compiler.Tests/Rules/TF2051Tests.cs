using TypedFeatures.Plans;
using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2051Tests
{
    private const string Plain = "orders.Select(o => new { o.UserId, o.Amount })";

    [Theory]
    [InlineData("[|from o in orders join s in shops on o.ShopId equals s.ShopId select new { o.UserId, o.Amount }|]", Plain)]
    [InlineData("[|orders.Select(o => new { o.UserId, Amount = o.Amount * 2 })|]", Plain)]
    [InlineData("[|orders.Select(o => o.UserId)|]", "[|orders.Select(o => o.ShopId)|]", "e")]
    [InlineData("[|orders.Select(o => new { o.UserId, o })|]", "[|orders.Select(o => new { o.UserId, o })|]")]
    public Task StreamThatCannotBeMerged_IsAnErrorAtIt(string first, string second, string key = "e.UserId") =>
        RuleTest.ReportsAsync(RulesOf.UnmergeableStreams, View($"Events.Merge({first}, {second})", key));

    [Fact]
    public Task MergeOfAMerge_IsAnErrorAtWhatItMerges() => RuleTest.ReportsAsync(
        RulesOf.UnmergeableStreams, View($"Events.Merge([|Events.Merge({Plain}, {Plain})|], [|{Plain}|])"));

    [Fact]
    public Task MemberThatOneStreamDoesNotAssign_IsAnErrorAtTheMerge() => RuleTest.ReportsAsync(
        RulesOf.UnmergeableStreams,
        View("[|Events.Merge(orders.Select(o => new Shape { UserId = o.UserId, Amount = 1 }), orders.Select(o => new Shape { UserId = o.UserId }))|]"));

    [Theory]
    [InlineData("orders.Select(o => new { o.UserId, Amount = -o.Amount })", Plain)]
    [InlineData("orders.Where(o => o.IsGift).Select(o => new { o.UserId, o.Amount })", "orders.Select(o => new { UserId = o.ShopId, Amount = (double?)null })")]
    [InlineData("orders.Select(o => new Shape { UserId = o.UserId, Amount = 1 })", "orders.Select(o => new Shape { Amount = o.Amount, UserId = o.ShopId })")]
    [InlineData("orders.Where(o => o.IsGift)", "orders.Where(o => !o.IsGift)")]
    public Task StreamsOfOneShape_Merge(string first, string second) => RuleTest.AllowsAsync(View($"Events.Merge({first}, {second})"));

    [Fact]
    public void MergedStream_HasTheShapeForColumns_AndItsStreamsForSources()
    {
        var plan = Bind(View($"Events.Merge(orders.Where(o => o.IsGift).Select(o => new {{ o.UserId, Amount = (double?)null, Note = \"gift\" }}), orders.Select(o => new {{ o.UserId, o.Amount, Note = o.Category }}))"));

        plan.Events.Columns.Select(c => (c.Name, c.Type, c.Role)).ShouldBe(
        [
            ("user_id", ScalarType.Int64, ColumnRole.Value), ("amount", ScalarType.Double.Nullable, ColumnRole.Value), ("note", ScalarType.String, ColumnRole.Value),
            ("event_time", ScalarType.DateTime, ColumnRole.EventTime), ("ingest_time", ScalarType.DateTime, ColumnRole.IngestTime),
            ("event_id", ScalarType.String, ColumnRole.EventId),
        ]);
        plan.Sources.Select(s => s.Name).ShouldBe(["orders"]);
        plan.Branches.Select(b => b.Filter is null).ShouldBe([false, true]);
        plan.Filter.ShouldBeNull();
    }

    [Fact]
    public void ContractHash_ChangesWithTheOrderOfStreams_AndWithTheirFilters()
    {
        var gifts = "orders.Where(o => o.IsGift).Select(o => new { o.UserId, o.Amount })";
        var hashes = new[] { (gifts, Plain), (Plain, gifts), (Plain, Plain) }
            .Select(pair => ContractHash.Of(Bind(View($"Events.Merge({pair.Item1}, {pair.Item2})")))).ToList();

        hashes.Distinct().Count().ShouldBe(3);
        ContractHash.Of(Bind(View($"Events.Merge({gifts.Replace("o => new", "x => new", StringComparison.Ordinal).Replace("{ o.UserId, o.Amount }", "{ x.UserId, x.Amount }", StringComparison.Ordinal)}, {Plain})"))).ShouldBe(hashes[0]);
    }

    private static ViewPlan Bind(string source) => TestCode.BindView(TestCode.CompileValid(source), TestView.TypeName).Value.ShouldNotBeNull().Plan;

    private static string View(string merge, string key = "e.UserId") => TestView.Source(
        "public long Value { get; init; }",
        $"from e in {merge} group e by {key} into g select new TestView {{ UserId = g.Key, Value = g.All.Count() }}")
        + " public sealed record Shape { public long UserId { get; init; } public double? Amount { get; init; } }";
}
