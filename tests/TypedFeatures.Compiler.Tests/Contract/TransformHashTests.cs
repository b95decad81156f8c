using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

/// <summary>
/// The laws of the hash: over generated definitions, what is written otherwise and means the same has the hash it had, and every edit that changes a value has another.
/// </summary>
public sealed class TransformHashTests
{
    private static readonly string[] Aggregates = ["Sum(x => {0})", "Average(x => {0})", "Max(x => {0})", "Latest(x => {0})", "CountDistinct(x => {0})"];
    private static readonly string[] Values = ["x.o.Price", "x.o.Price * x.s.Rate", "x.o.Amount", "x.o.Price - 1.5", "x.o.Price > 2 ? x.o.Price : x.s.Rate"];
    private static readonly string[] Filters = ["o.Price > 0 && o.Quantity > 1", "o.Status == OrderStatus.Completed && o.Price > 3", "o.Category == \"food\" && s.Rate > 0"];

    /// <summary>Every aggregate, every value and every filter, and different ones of them together.</summary>
    public static TheoryData<string, string, string> Definitions
    {
        get
        {
            var definitions = new TheoryData<string, string, string>();
            for (var i = 0; i < 8; i++)
            {
                var value = Values[i * 3 % Values.Length];
                definitions.Add(string.Format(null, Aggregates[i % Aggregates.Length], value), Filters[i % Filters.Length], value);
            }

            return definitions;
        }
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void OtherWording_HasTheHashItHad(string aggregate, string filter, string value)
    {
        var hash = Hash(Query(aggregate, filter));
        var conditions = filter.Split(" && ");
        var wordings = new Dictionary<string, string>
        {
            ["lines"] = Query(aggregate, filter).Replace("\n", " ", StringComparison.Ordinal),
            ["parameter"] = Query(aggregate.Replace("x =>", "row =>", StringComparison.Ordinal).Replace("x.", "row.", StringComparison.Ordinal), filter),
            ["conditions turned round"] = Query(aggregate, $"{conditions[1]} && {conditions[0]}"),
            ["conditions apart"] = Query(aggregate, $"{conditions[1]} where {conditions[0]}"),
            ["a condition twice"] = Query(aggregate, $"{filter} && {conditions[0]}"),
            ["a double negation"] = Query(aggregate, $"!(!({conditions[0]})) && {conditions[1]}"),
            ["a let of the window"] = Query(aggregate, filter, window: "month", let: "let month = g.Last(Days(30))"),
            ["a window in hours"] = Query(aggregate, filter, window: "g.Last(Hours(720))"),
            ["parentheses"] = Query(aggregate.Replace(value, $"({value})", StringComparison.Ordinal), filter),
        };
        foreach (var (name, wording) in wordings)
        {
            Hash(wording).ShouldBe(hash, name);
        }
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void OtherMeaning_HasAnotherHash(string aggregate, string filter, string value)
    {
        var hash = Hash(Query(aggregate, filter));
        var edits = new Dictionary<string, string>
        {
            ["window"] = Query(aggregate, filter, window: "g.Last(Days(31))"),
            ["offset"] = Query(aggregate, filter, window: "g.Last(Days(30), offset: Days(1))"),
            ["tile"] = Query(aggregate, filter, window: "g.Last(Days(30), tile: Days(1))"),
            ["whole past"] = Query(aggregate, filter, window: "g.All"),
            ["fewer rows"] = Query(aggregate, filter, window: "g.Last(Days(30)).Where(x => x.o.IsNew)"),
            ["column"] = Query(aggregate.Replace("x.o.Price", "x.o.Cost", StringComparison.Ordinal).Replace("x.o.Amount", "x.o.Cost", StringComparison.Ordinal), filter),
            ["operand"] = Query(aggregate.Replace(value, $"({value}) + 1", StringComparison.Ordinal), filter),
            ["no filter"] = Query(aggregate, "true"),
            ["one condition less"] = Query(aggregate, filter.Split(" && ")[0]),
            ["or"] = Query(aggregate, filter.Replace("&&", "||", StringComparison.Ordinal)),
            ["negation"] = Query(aggregate, $"!({filter})"),
            ["key"] = Query(aggregate, filter, key: "o.ShopId"),
            ["join key"] = Query(aggregate, filter, on: "o.UserId"),
            ["kind of join"] = Query(aggregate.Replace("x.s.Rate", "(x.s == null ? 0 : x.s.Rate)", StringComparison.Ordinal), filter.Replace("s.Rate", "(s == null ? 0 : s.Rate)", StringComparison.Ordinal), into: "into found from s in found.DefaultIfEmpty()"),
        };
        foreach (var other in Aggregates.Select(a => string.Format(null, a, value)).Where(a => a != aggregate))
        {
            edits[other] = Query(other, filter);
        }

        foreach (var (name, edit) in edits)
        {
            Hash(edit).ShouldNotBe(hash, name);
        }

        edits.Values.Select(Hash).Distinct().Count().ShouldBe(edits.Values.Distinct().Count(), "edits of other meanings differ from each other, too");
    }

    [Fact]
    public void TheHash_IsOfOneFeature_WhateverItIsCalledAndWhateverStandsBesideIt()
    {
        static string HashOf(string source, string feature) => ContractCode.Contract(source, ContractCode.View).Features.Single(f => f.Name == feature).Hash;
        var plain = HashOf(ContractCode.Shop, "spend30d");

        HashOf(ContractCode.Edit("Spend30d", "Expense30d"), "expense30d").ShouldBe(plain);
        HashOf(ContractCode.Edit("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(300))"), "spend30d").ShouldBe(plain);
        HashOf(ContractCode.Edit("public double? Average30d { get; init; }", "", "Average30d = g.Last(Days(30)).Average(x => x.o.Amount),", "", "User.Average30d", "User.FirstQuantity"), "spend30d").ShouldBe(plain);
        ContractCode.Contract(ContractCode.Edit("\"user_orders\", Version = 1", "\"user_orders\", Version = 2"), ContractCode.View with { Version = 2 })
            .Features.Single(f => f.Name == "spend30d").Hash.ShouldBe(plain);
    }

    [Fact]
    public void AViewOverAView_HasTheHashOfWhatItReads()
    {
        string Of(string inner, string name = "Orders") => Hash(TestJoinedView.Source(
            $"public long {name} {{ get; init; }} public long More {{ get; init; }}", $"{name} = {inner}, More = g.Last(Days(9)).Count()", value: $"g.All.Latest(x => x.i.{name})"));
        var plain = Of("g.Last(Days(7)).Count()");

        Of("g.Last(Days(7)).Count()", "Renamed").ShouldBe(plain);
        Of("g.Last(Days(8)).Count()").ShouldNotBe(plain);
        Hash(TestJoinedView.Source(
            "public long Orders { get; init; } public long More { get; init; }", "Orders = g.Last(Days(7)).Count(), More = g.Last(Days(9)).Count(o => o.IsGift)")).ShouldBe(plain);
        Hash(TestJoinedView.Source(
            "public long Orders { get; init; } public long More { get; init; }", "Orders = g.Last(Days(7)).Count(), More = g.Last(Days(10)).Count()"))
            .ShouldNotBe(plain, "whom the other view finds depends on its longest look-back");
        Hash(TestJoinedView.Source(
            "public long Orders { get; init; } public long More { get; init; }", "Orders = g.Last(Days(7)).Count(), More = g.Last(Days(9)).Count()", every: "Days(2)")).ShouldNotBe(plain);
    }

    [Fact]
    public void AColumnOfADimension_CountsWhereItBreaksTiesBeforeOneThatIsRead()
    {
        const string Columns = "[ValidFrom] public DateTime UpdatedAt { get; init; } public double Rate { get; init; }";
        string With(string columns) => Query("Sum(x => x.s.Rate)", "true").Replace(Columns, columns, StringComparison.Ordinal);
        var plain = Hash(With(Columns));

        Hash(With(Columns + " public long More { get; init; }")).ShouldBe(plain);
        Hash(With(Columns.Replace("public double Rate", "public long More { get; init; } public double Rate", StringComparison.Ordinal))).ShouldNotBe(plain);

        // What takes rows away or ends them is read by every join.
        Hash(With(Columns + " [Tombstone] public bool IsGone { get; init; }")).ShouldNotBe(plain);
        Hash(With(Columns + " [ValidTo] public DateTime? EndsAt { get; init; }")).ShouldNotBe(plain);
        Hash(With(Columns + " [IngestTime] public DateTime KnownAt { get; init; }")).ShouldNotBe(plain);
    }

    [Fact]
    public void AMergedStream_HasTheHashOfWhatItsStreamsGive()
    {
        string Of(string streams) => TestView.Source(
            "public double? Value { get; init; }",
            $"from o in {streams} group o by o.Id into g select new TestView {{ UserId = g.Key, Value = g.Last(Days(7)).Average(x => x.Amount) }}");
        const string First = "orders.Where(o => o.Price > 1).Select(o => new { Id = o.UserId, o.Amount })";
        const string Second = "orders.Select(o => new { Id = o.ShopId, Amount = (double?)o.Price })";
        var plain = Hash(Of($"Events.Merge({First}, {Second})"));

        Hash(Of($"Events.Merge({First.Replace("o.Amount", "o.Amount, o.Quantity", StringComparison.Ordinal)}, {Second.Replace("o.Price }", "o.Price, o.Quantity }", StringComparison.Ordinal)})")).ShouldBe(plain, "nothing reads it");
        Hash(Of($"Events.Merge({First}, {Second})").Replace(".Id ", ".Key ", StringComparison.Ordinal).Replace("Id = o", "Key = o", StringComparison.Ordinal)).ShouldBe(plain, "the shape's names are names");
        Hash(Of($"Events.Merge({Second}, {First})")).ShouldNotBe(plain, "the position of a stream breaks ties");
        Hash(Of($"Events.Merge({First.Replace("> 1", "> 2", StringComparison.Ordinal)}, {Second})")).ShouldNotBe(plain);
        Hash(Of($"Events.Merge({First}, {Second.Replace("o.Price", "o.Weight", StringComparison.Ordinal)})")).ShouldNotBe(plain);
        Hash(Of($"Events.Merge({First}, {Second.Replace("o.ShopId", "o.UserId", StringComparison.Ordinal)})")).ShouldNotBe(plain);
    }

    private static string Hash(string source) => ContractCode.Contracts(source).Single(c => c.Identity.Name == "test_view").Features.Single(f => f.Name == "value").Hash;

    private static string Query(string aggregate, string filter, string window = "g.Last(Days(30))", string let = "", string key = "o.UserId", string on = "o.ShopId", string into = "") => $$"""
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;
        namespace Test;
        public enum OrderStatus { Pending, Completed, Refunded }
        [EventSource("orders")]
        public sealed record Order
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime OccurredAt { get; init; }
            public long UserId { get; init; }
            public long ShopId { get; init; }
            public int Quantity { get; init; }
            public double Price { get; init; }
            public double Cost { get; init; }
            public double? Amount { get; init; }
            public bool IsNew { get; init; }
            public required string Category { get; init; }
            public OrderStatus Status { get; init; }
        }
        [DimensionSource("shops")]
        public sealed record Shop { [EntityKey] public long ShopId { get; init; } [ValidFrom] public DateTime UpdatedAt { get; init; } public double Rate { get; init; } }
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            [EntityKey] public long Id { get; init; }
            public double? Value { get; init; }
            static FeatureQuery<TestView> Define(Events<Order> orders, Dimension<Shop> shops) =>
                from o in orders
                join s in shops on {{on}} equals s.ShopId {{into}}
                where {{filter}}
                group new { o, s } by {{key}} into g
                {{let}}
                select new TestView { Id = g.Key, Value = {{window}}.{{aggregate}} };
        }
        """;
}
