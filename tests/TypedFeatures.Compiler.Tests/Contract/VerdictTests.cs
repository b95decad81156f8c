using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

/// <summary>
/// The table of verdicts (docs/contract.md), row by row: code is released, then edited, and judged. An edit gives the changes named, and no others that are not
/// compatible; beside each row stands what comes near it and is not in it.
/// </summary>
public sealed class VerdictTests
{
    private const string Shop = ContractCode.Shop;

    public static TheoryData<string, Verdict, ContractChangeKind, string?, string[]> Rows => new()
    {
        // compatible
        { "a feature that may be null", Verdict.Compatible, ContractChangeKind.FeatureAdded, "first_price", ["public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; } public double? FirstPrice { get; init; }", "Favourite90d = g", "FirstPrice = g.Last(Days(7)).First(x => x.o.Price), Favourite90d = g"] },
        { "a feature with a default", Verdict.Compatible, ContractChangeKind.FeatureAdded, "first_price", ["public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; } public double FirstPrice { get; init; }", "Favourite90d = g", "FirstPrice = g.Last(Days(7)).First(x => x.o.Price) ?? 1, Favourite90d = g"] },
        { "a feature of a longer window", Verdict.Compatible, ContractChangeKind.FeatureAdded, "first_price", ["public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; } public double? FirstPrice { get; init; }", "Favourite90d = g", "FirstPrice = g.Last(Days(300)).First(x => x.o.Price), Favourite90d = g"] },
        { "a feature of a left-joined source", Verdict.Compatible, ContractChangeKind.FeatureAdded, "country", ["Define(Events<Order> orders, Dimension<Shop> shops)", "Define(Events<Order> orders, Dimension<Shop> shops, Dimension<Shop> others)", "where o.Price > 0", "join other in others on o.UserId equals other.ShopId into found from other in found.DefaultIfEmpty() where o.Price > 0", "new { o, s }", "new { o, s, other }", "public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; } public string? Country { get; init; }", "Favourite90d = g", "Country = g.Last(Days(7)).Latest(x => x.other == null ? null : x.other.Country), Favourite90d = g"] },
        { "owner", Verdict.Compatible, ContractChangeKind.Description, null, ["Owner = \"growth\"", "Owner = \"risk\""] },
        { "description", Verdict.Compatible, ContractChangeKind.Description, null, ["How a user orders.", "How somebody orders."] },
        { "freshness target", Verdict.Compatible, ContractChangeKind.Description, null, ["Freshness = \"1h\"", "Freshness = \"2h\""] },
        { "name of the record", Verdict.Compatible, ContractChangeKind.Description, null, ["UserOrders", "OrdersOfUser"] },
        { "rename that is said", Verdict.Compatible, ContractChangeKind.FeatureRenamed, "average30d", ["public double? Average30d", "[FormerlyNamed(\"Average30d\")] public double? Mean30d", "Average30d = g", "Mean30d = g", "User.Average30d is", "User.Mean30d is"] },
        { "rename of the property alone", Verdict.Compatible, ContractChangeKind.Description, "orders7d", ["public long Orders7d", "[Column(\"orders7d\")] public long WeeklyOrders", "Orders7d = g", "WeeklyOrders = g"] },
        { "tag of personal data added", Verdict.Compatible, ContractChangeKind.PiiAdded, "favourite90d", ["public required string Category { get; init; }\n    public OrderStatus Status { get; init; }\n    [Pii] public string? Email { get; init; }\n}", "[Pii] public required string Category { get; init; }\n    public OrderStatus Status { get; init; }\n    [Pii] public string? Email { get; init; }\n}"] },
        { "online TTL lengthened", Verdict.Compatible, ContractChangeKind.OnlineTtlLengthened, null, ["OnlineTtl = \"400d\"", "OnlineTtl = \"401d\""] },
        { "online TTL dropped", Verdict.Compatible, ContractChangeKind.OnlineTtlLengthened, null, ["OnlineTtl = \"400d\", ", ""] },

        // a new version
        { "window", Verdict.NewVersion, ContractChangeKind.Window, "orders7d", ["Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))"] },
        { "offset", Verdict.NewVersion, ContractChangeKind.Window, "orders7d", ["Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(7), offset: Hours(1))"] },
        { "tile", Verdict.NewVersion, ContractChangeKind.Window, "orders7d", ["Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(7), tile: Hours(1))"] },
        { "look-back", Verdict.NewVersion, ContractChangeKind.Window, "favourite90d", ["Favourite90d = g.Last(Days(90))", "Favourite90d = g.All"] },
        { "aggregate", Verdict.NewVersion, ContractChangeKind.Aggregate, "average30d", [".Average(x => x.o.Amount)", ".Median(x => x.o.Amount)"] },
        { "transform", Verdict.NewVersion, ContractChangeKind.Transform, "spend30d", ["x.o.Price * x.s.Rate", "x.o.Price + x.s.Rate"] },
        { "constant of a transform", Verdict.NewVersion, ContractChangeKind.Transform, "share", ["is > 0 and", "is > 1 and"] },
        { "filter", Verdict.NewVersion, ContractChangeKind.Query, null, ["o.Quantity > 1", "o.Quantity > 2"] },
        { "kind of join", Verdict.NewVersion, ContractChangeKind.Query, null, ["equals s.ShopId\n", "equals s.ShopId into found from s in found.DefaultIfEmpty()\n", "x.s.Rate)", "(x.s == null ? 1 : x.s.Rate))"] },
        { "key of the group", Verdict.NewVersion, ContractChangeKind.Query, null, ["by o.UserId into g\n        select new UserOrders", "by o.ShopId into g\n        select new UserOrders"] },
        { "source", Verdict.NewVersion, ContractChangeKind.Source, null, ["Define(Events<Order> orders, Dimension", "Define(Events<Return> orders, Dimension"] },
        { "name of the source", Verdict.NewVersion, ContractChangeKind.Source, null, ["[DimensionSource(\"shops\")]", "[DimensionSource(\"stores\")]"] },
        { "event time", Verdict.NewVersion, ContractChangeKind.EventTime, null, ["[EventTime] public DateTime OccurredAt { get; init; }\n    public DateTime PlacedAt", "public DateTime OccurredAt { get; init; }\n    [EventTime] public DateTime PlacedAt"] },
        { "event id", Verdict.NewVersion, ContractChangeKind.EventId, null, ["[EventId] public required string Id { get; init; }\n    public required string OtherId", "public required string Id { get; init; }\n    [EventId] public required string OtherId"] },
        { "default", Verdict.NewVersion, ContractChangeKind.Default, "max_price90d", ["Max(x => x.o.Price) ?? 0", "Max(x => x.o.Price) ?? 1"] },
        { "default of a table", Verdict.NewVersion, ContractChangeKind.Default, "score", ["= 0.5", "= 0.6"] },
        { "MaxAge", Verdict.NewVersion, ContractChangeKind.MaxAge, null, ["MaxAge = \"30d\"", "MaxAge = \"31d\""] },
        { "MaxAge dropped", Verdict.NewVersion, ContractChangeKind.MaxAge, null, [", MaxAge = \"30d\"", ""] },
        { "type widened", Verdict.NewVersion, ContractChangeKind.TypeWidened, "last_quantity", ["public int LastQuantity", "public long LastQuantity"] },
        { "nullable to non-null", Verdict.NewVersion, ContractChangeKind.BecameNonNull, "first_quantity", ["public int? FirstQuantity", "public int FirstQuantity", "First(x => x.o.Quantity)", "First(x => x.o.Quantity) ?? 0"] },
        { "storage of an enum", Verdict.NewVersion, ContractChangeKind.EnumStorage, "last_status", ["public enum OrderStatus", "[StoredAs(EnumStorage.Number)] public enum OrderStatus"] },
        { "horizon", Verdict.NewVersion, ContractChangeKind.Horizon, null, ["g.Next(Days(60))", "g.Next(Days(61))"] },
        { "order of a service", Verdict.NewVersion, ContractChangeKind.VectorOrder, null, ["public required UserOrders User { get; init; }\n    public required Risk Risk { get; init; }", "public required Risk Risk { get; init; }\n    public required UserOrders User { get; init; }"] },
        { "order of a view that a service reads", Verdict.NewVersion, ContractChangeKind.VectorOrder, null, ["public long Orders7d { get; init; }\n    public double? Average30d { get; init; }", "public double? Average30d { get; init; }\n    public long Orders7d { get; init; }"] },
        { "enum member added", Verdict.NewVersion, ContractChangeKind.EnumMemberAdded, "last_status", ["Completed, Refunded }", "Completed, Refunded, Lost }"] },
        { "order of enum members", Verdict.NewVersion, ContractChangeKind.EnumMembersReordered, "last_status", ["Completed, Refunded }", "Completed = 5, Refunded = 4 }"] },
        { "feature without default", Verdict.NewVersion, ContractChangeKind.FeatureAdded, "orders1d", ["public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; } public long Orders1d { get; init; }", "Favourite90d = g", "Orders1d = g.Last(Days(1)).Count(), Favourite90d = g"] },
        { "input that is never null", Verdict.NewVersion, ContractChangeKind.FeatureAdded, "fee", ["public double Share", "[Request] public double Fee { get; init; } public double Share"] },
        { "online TTL shortened", Verdict.NewVersion, ContractChangeKind.OnlineTtlShortened, null, ["OnlineTtl = \"400d\"", "OnlineTtl = \"399d\""] },

        // breaking
        { "feature removed", Verdict.Breaking, ContractChangeKind.FeatureRemoved, "favourite90d", ["public string? Favourite90d { get; init; }", "", "Favourite90d = g.Last(Days(90)).Mode(x => x.o.Category),", ""] },
        { "feature renamed bare", Verdict.Breaking, ContractChangeKind.FeatureRemoved, "favourite90d", ["public string? Favourite90d", "public string? Category90d", "Favourite90d = g", "Category90d = g"] },
        { "on-demand feature removed", Verdict.Breaking, ContractChangeKind.FeatureRemoved, "doubled", ["public double Doubled => Amount * 2;", ""] },
        { "view of a service removed", Verdict.Breaking, ContractChangeKind.FeatureRemoved, null, ["public required Risk Risk { get; init; }", ""] },
        { "type narrowed", Verdict.Breaking, ContractChangeKind.TypeChanged, "orders7d", ["public long Orders7d", "public int Orders7d", "Orders7d = g.Last(Days(7)).Count()", "Orders7d = checked((int)g.Last(Days(7)).Count())"] },
        { "type of another kind", Verdict.Breaking, ContractChangeKind.TypeChanged, "favourite90d", ["public string? Favourite90d", "public long? Favourite90d", "Mode(x => x.o.Category)", "Mode(x => x.o.ShopId)"] },
        { "long to double", Verdict.Breaking, ContractChangeKind.TypeChanged, "orders7d", ["public long Orders7d", "public double Orders7d"] },
        { "vector length", Verdict.Breaking, ContractChangeKind.VectorLength, "embedding", ["[Vector(3)]", "[Vector(4)]"] },
        { "non-null to nullable", Verdict.Breaking, ContractChangeKind.BecameNullable, "max_price90d", ["public double MaxPrice90d", "public double? MaxPrice90d", " ?? 0,\n            LastQuantity", ",\n            LastQuantity"] },
        { "entity key", Verdict.Breaking, ContractChangeKind.Keys, null, ["[Label(\"refunded\", Version = 1)]\npublic sealed partial record Refunded\n{\n    [EntityKey] public long UserId", "[Label(\"refunded\", Version = 1)]\npublic sealed partial record Refunded\n{\n    [EntityKey] public long BuyerId", "new Refunded { UserId", "new Refunded { BuyerId"] },
        { "enum member removed", Verdict.Breaking, ContractChangeKind.EnumMemberRemoved, "last_status", ["Pending, Completed, Refunded", "Completed, Refunded"] },
        { "enum member renamed", Verdict.Breaking, ContractChangeKind.EnumMemberRemoved, "last_status", ["Pending, Completed", "Waiting, Completed"] },

        // personal data
        { "tag of personal data removed", Verdict.NeedsPiiRemoval, ContractChangeKind.PiiRemoved, "last_email", ["[Pii] public string? Email", "public string? Email"] },
    };

    private const string ByStatus = """

        [FeatureView("by_status")]
        public sealed partial record ByStatus
        {
            [EntityKey] public OrderStatus Status { get; init; }
            public long Orders { get; init; }
            static FeatureQuery<ByStatus> Define(Events<Order> orders) => from o in orders group o by o.Status into g select new ByStatus { Status = g.Key, Orders = g.All.Count() };
        }
        """;

    [Theory]
    [InlineData("OrderStatus", "PurchaseStatus", null, null)]
    [InlineData("Completed, Refunded }", "Completed, Refunded, Lost }", Verdict.NewVersion, ContractChangeKind.EnumMemberAdded)]
    [InlineData("Pending, Completed", "Completed", Verdict.Breaking, ContractChangeKind.EnumMemberRemoved)]
    [InlineData("public enum OrderStatus", "[StoredAs(EnumStorage.Number)] public enum OrderStatus", Verdict.NewVersion, ContractChangeKind.EnumStorage)]
    public void AnEnumThatIsAKey_IsJudgedAsAnEnum(string before, string after, Verdict? verdict, ContractChangeKind? kind)
    {
        var source = Shop + ByStatus;
        var changes = Judge(ContractCode.Released(source), source.Replace(before, after, StringComparison.Ordinal)).Where(c => c.Subject.Name == "by_status").ToList();
        changes.ShouldNotContain(c => c.Kind == ContractChangeKind.Keys);
        changes.Max(c => (Verdict?)c.Verdict).ShouldBe(verdict);
        changes.Any(c => c.Kind == kind).ShouldBe(kind is not null);
    }

    public static TheoryData<string, string[]> NearMisses => new()
    {
        { "nothing", [] },
        { "white space", ["join s in shops on", "join s in shops\n            on"] },
        { "name of a range variable", ["from o in orders\n        join s in shops on o.ShopId equals s.ShopId\n        where o.Price > 0 && o.Quantity > 1\n        group new { o, s } by o.UserId", "from order in orders\n        join s in shops on order.ShopId equals s.ShopId\n        where order.Price > 0 && order.Quantity > 1\n        group new { o = order, s } by order.UserId"] },
        { "conditions apart and turned round", ["where o.Price > 0 && o.Quantity > 1", "where o.Quantity > 1 where 0 < o.Price"] },
        { "a let", ["group new { o, s }", "let price = o.Price group new { o, s }"] },
        { "a window in other units", ["g.Last(Days(7))", "g.Last(Hours(168))"] },
        { "the C# name of a source's column", ["public double Price { get; init; }", "[Column(\"price\")] public double Cost { get; init; }", "o.Price", "o.Cost"] },
        { "a column after all others", ["public double Rate { get; init; }", "public double Rate { get; init; } public double? More { get; init; }"] },
        { "a column of events anywhere", ["public int Quantity { get; init; }", "public int? Pieces { get; init; } public int Quantity { get; init; }"] },
        { "the C# name of an enum", ["OrderStatus", "PurchaseStatus"] },
        { "the record of a source", ["record Order\n", "record Purchase\n", "<Order>", "<Purchase>"] },
        { "a helper", ["x.o.Price * x.s.Rate", "Convert(x.o.Price, x.s.Rate)", "static FeatureQuery<UserOrders>", "static double Convert(double price, double rate) => price * rate;\n    static FeatureQuery<UserOrders>"] },
        { "a left join that nothing reads", ["Define(Events<Order> orders, Dimension<Shop> shops)", "Define(Events<Order> orders, Dimension<Shop> shops, Dimension<Shop> others)", "where o.Price > 0", "join other in others on o.UserId equals other.ShopId into found from other in found.DefaultIfEmpty() where o.Price > 0"] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Released_IsJudged(string row, Verdict verdict, ContractChangeKind kind, string? feature, string[] edits)
    {
        var changes = Judge(ContractCode.Released(Shop), ContractCode.Edit(edits));

        changes.ShouldContain(c => c.Verdict == verdict && c.Kind == kind && c.Feature == feature, $"{row}:\n{string.Join("\n", changes)}");
        if (verdict == Verdict.Compatible)
        {
            changes.ShouldAllBe(c => c.Verdict == Verdict.Compatible);
        }

        changes.Max(c => c.Verdict).ShouldBe(verdict, $"{row}:\n{string.Join("\n", changes)}");
        changes.Where(c => c.Verdict != Verdict.Compatible).ShouldAllBe(c => c.Remedy.Length > 0);
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void WhatMeansTheSame_IsNoChangeOfValues(string row, string[] edits) =>
        Judge(ContractCode.Released(Shop), ContractCode.Edit(edits)).ShouldBeEmpty(row);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Unreleased_ChangesFreely(string row, Verdict verdict, ContractChangeKind kind, string? feature, string[] edits)
    {
        var changes = Judge(ContractCode.Locked(Shop), ContractCode.Edit(edits));
        changes.ShouldContain(c => c.Kind == kind && c.Feature == feature, $"{row}, {verdict} where released");
        changes.ShouldAllBe(c => c.Verdict == Verdict.Compatible);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void WhatIsCompatible_IsAccepted_AndWhatIsNot_StaysLocked(string row, Verdict verdict, ContractChangeKind kind, string? feature, string[] edits)
    {
        var locked = ContractCode.Released(Shop);
        var current = ContractCode.Contracts(ContractCode.Edit(edits));

        var accepted = LockUpdate.Accept(locked, current);

        // A change is no change any more once it is accepted, and is reported as long as it is not.
        ContractComparison.Compare(accepted, current).Any(c => c.Kind == kind && c.Feature == feature).ShouldBe(verdict != Verdict.Compatible, row);
        LockUpdate.Accept(accepted, current).ShouldBe(accepted);
    }

    [Fact]
    public void EveryService_IsNamed_ThatReadsTheFeatureOrAViewOverIt()
    {
        const string Over = """

            [FeatureView("regulars")]
            public sealed partial record Regulars
            {
                [EntityKey] public long ShopId { get; init; }
                public double? Average { get; init; }
                static FeatureQuery<Regulars> Define(Events<Order> orders, View<UserOrders> users) =>
                    from o in orders
                    join u in users.Snapshots(every: Days(1)) on o.UserId equals u.UserId
                    group new { o, u } by o.ShopId into g
                    select new Regulars { ShopId = g.Key, Average = g.Last(Days(7)).Average(x => x.u.Average30d) };
            }

            [FeatureService("shop_page")]
            public sealed partial record ShopPage { public required Regulars Shop { get; init; } }
            """;
        var changes = Judge(ContractCode.Released(Shop + Over), ContractCode.Edit(".Average(x => x.o.Amount)", ".Max(x => x.o.Amount)") + Over);

        var change = changes.Single(c => c.Feature == "average30d");
        change.Services.Select(s => s.Name).ShouldBe(["checkout", "shop_page"]);
        change.ToString().ShouldContain("Affected services: 'checkout' version 3, 'shop_page' version 1.");

        // The view over it has other values, too.
        changes.ShouldContain(c => c.Subject.Name == "regulars" && c.Verdict == Verdict.NewVersion);
    }

    [Fact]
    public void Messages_SayFromWhatToWhat()
    {
        var change = Judge(ContractCode.Released(Shop), ContractCode.Edit("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(14))")).Single(c => c.Verdict != Verdict.Compatible);
        change.Message.ShouldBe("Feature 'orders7d' of feature view 'user_orders' version 1: its windows are 14d, and were 7d.");
        change.Remedy.ShouldBe("Undo it, or give 'UserOrders' version 2 and keep what was released beside it, as 'UserOrdersV1'.");
    }

    private static IReadOnlyList<ContractChange> Judge(LockFile locked, string source) => ContractComparison.Compare(locked, ContractCode.Contracts(source));
}
