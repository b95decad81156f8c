namespace TypedFeatures.Compiler.Tests.Leakage;

/// <summary>A view without a fault, with holes in which a fault can be planted: comments that say <c>PARAMETERS</c>, <c>MEMBERS</c>, <c>LET</c>, <c>JOIN</c>, <c>WHERE</c> and <c>AGGREGATE:</c> with the name of a purchase.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Features">Its properties besides the key and <c>Busy</c>, a bool.</param>
/// <param name="Parameters">The parameters of <c>Define</c>.</param>
/// <param name="Query">The query; a purchase is <c>p</c> where there are holes.</param>
/// <param name="Key">Its key property.</param>
/// <param name="Members">Other members.</param>
internal sealed record CorrectView(string Name, string Features, string Parameters, string Query, string Key = "public long UserId { get; init; }", string Members = "")
{
    public override string ToString() => Name;

    /// <summary>The namespace of the record, so that all of them can be compiled together.</summary>
    public string Namespace => "Test." + Name;

    /// <summary>The record's source text.</summary>
    public string Text => $$"""
        [FeatureView("correct_view", Owner = "tests")]
        public sealed partial record CorrectView
        {
            [EntityKey] {{Key}}
            public bool Busy { get; init; }
            {{Features}}
            {{Members}}
            /*MEMBERS*/
            private static FeatureQuery<CorrectView> Define({{Parameters}}/*PARAMETERS*/) =>
                {{Query}};
        }

        """;
}

/// <summary>Twenty views as teams write them, over purchases and what belongs to them.</summary>
internal static class CorrectViews
{
    /// <summary>What a file with a view begins with, up to its namespace.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using TypedFeatures;
        using static TypedFeatures.Duration;


        """;

    /// <summary>The sources they read, and a label beside them.</summary>
    public const string Sources = Usings + """
        namespace Test;

        public enum OrderStatus { Pending, Completed, Refunded }

        [EventSource("purchases")]
        public sealed record Purchase
        {
            [EventId] public required string EventId { get; init; }
            [EventTime] public DateTime OccurredAt { get; init; }
            [IngestTime] public DateTime IngestedAt { get; init; }
            public long UserId { get; init; }
            public long MerchantId { get; init; }
            public required string Region { get; init; }
            public int Quantity { get; init; }
            public double? Amount { get; init; }
            public string Category { get; init; } = "";
            public OrderStatus Status { get; init; }
            public TimeSpan Delay { get; init; }
            [Vector(2)] public float[]? Shape { get; init; }
            [Decimal(12, 2)] public decimal Price { get; init; }
            [Pii] public string? Email { get; init; }
            [KnownAfterOutcome] public bool ChargedBack { get; init; }
            [KnownAfterOutcome(MaturesAfter = "60d")] public bool Returned { get; init; }
        }

        [EventSource("visits")]
        public sealed record Visit
        {
            [EventId] public long VisitId { get; init; }
            [EventTime] public DateTime At { get; init; }
            public long UserId { get; init; }
            public string? Page { get; init; }
        }

        [DimensionSource("merchants")]
        public sealed record Merchant
        {
            [EntityKey] public long MerchantId { get; init; }
            [ValidFrom] public DateTime UpdatedAt { get; init; }
            public required string Country { get; init; }
            public double Rate { get; init; }
        }

        [DimensionSource("countries")]
        public sealed record Country
        {
            [EntityKey] public required string Code { get; init; }
            [ValidFrom] public DateTime From { get; init; }
            [ValidTo] public DateTime? Until { get; init; }
            public bool IsRisky { get; init; }
        }

        [DimensionSource("tariffs")]
        public sealed record Tariff
        {
            [EntityKey] public required string Region { get; init; }
            [EntityKey] public long MerchantId { get; init; }
            [ValidFrom] public DateTime From { get; init; }
            public double Fee { get; init; }
        }

        [Label("charged_back_60d")]
        public sealed partial record ChargedBack60d
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            private static LabelQuery<ChargedBack60d> Define(Outcomes<Purchase> purchases) =>
                from p in purchases group p by p.UserId into g select new ChargedBack60d { UserId = g.Key, Value = g.Next(Days(60)).Any(p => p.ChargedBack) };
            public static bool Happened(long userId) { return userId > 0; }
        }

        """;

    private const string Purchases = "Events<Purchase> purchases";
    private const string Start = "from p in purchases /*LET*/ /*JOIN*/ where p.Quantity > 0 /*WHERE*/ ";
    private const string ByUser = Start + "group p by p.UserId into g select new CorrectView { UserId = g.Key, Busy = g.Last(Days(1)).Count() > 3 /*AGGREGATE:p*/, ";

    public static IReadOnlyList<CorrectView> All { get; } =
    [
        new("Windows", "public long Week { get; init; } public double? Mean { get; init; }", Purchases,
            ByUser + "Week = g.Last(Days(7)).Count(), Mean = g.Last(Days(30)).Average(p => p.Amount) }"),
        new("EverythingEver", "public long Orders { get; init; } public double? Days { get; init; }", Purchases,
            ByUser + "Orders = g.All.Count(), Days = (g.AsOf - g.All.Min(p => p.OccurredAt))?.TotalDays }"),
        new("Tiles", "public double Spent { get; init; } public double? Peak { get; init; }", Purchases,
            ByUser + "Spent = g.Last(Days(30), tile: Hours(1)).Sum(p => p.Amount), Peak = g.Last(Days(90), tile: Days(1)).Max(p => p.Amount) }"),
        new("Offsets", "public long Before { get; init; } public double? Growth { get; init; }", Purchases,
            ByUser + "Before = g.Last(Days(7), offset: Days(7)).Count(), Growth = Numeric.Ratio(g.Last(Days(7)).Count(), g.Last(Days(7), offset: Days(7)).Count()) }"),
        new("Session", "public long Orders { get; init; } public TimeSpan? Lasting { get; init; }", Purchases,
            ByUser + "Orders = g.CurrentSession(Hours(2), max: Days(2)).Count(), Lasting = g.AsOf - g.CurrentSession(Hours(2), max: Days(2)).Min(p => p.OccurredAt) }"),
        new("Texts", "public string? Favourite { get; init; } public int Longest { get; init; } public bool Gift { get; init; }", Purchases,
            ByUser + "Favourite = g.Last(Days(90)).Mode(p => Text.LowerAscii(p.Category)), Longest = g.All.Max(p => p.Email?.Length) ?? 0, Gift = g.All.Any(p => p.Category.StartsWith(\"gift\", StringComparison.Ordinal)) }"),
        new("Choices", "public string Segment { get; init; } = \"\"; public long Night { get; init; }", Purchases,
            ByUser + "Segment = g.All.Count() switch { >= 100 => \"loyal\", >= 10 => \"regular\", > 0 => \"new\", _ => \"none\" }, Night = g.Last(Days(7)).Count(p => p.OccurredAt.Hour < 6) }"),
        new("Statistics", "public double? Spread { get; init; } public double? Median { get; init; } public double? Tail { get; init; }", Purchases,
            ByUser + "Spread = g.Last(Days(30)).StandardDeviation(p => p.Amount), Median = g.Last(Days(30)).Median(p => p.Amount), Tail = g.Last(Days(30)).Percentile(p => p.Amount, 0.95) }"),
        new("Lists", "public IReadOnlyList<string> Recent { get; init; } = []; public IReadOnlyList<long> Top { get; init; } = [];", Purchases,
            ByUser + "Recent = g.Last(Days(30)).LatestK(5, p => p.Category), Top = g.Last(Days(30)).TopK(3, p => p.MerchantId) }"),
        new("Vectors", "[Vector(2)] public float[]? Shape { get; init; }", Purchases,
            ByUser + "Shape = g.Last(Days(30)).Average(p => p.Shape) }"),
        new("Maps", "public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();", Purchases,
            ByUser + "Counts = g.Last(Days(30)).CountBy(p => p.Category) }"),
        new("Decay", "public double Heat { get; init; } public double? Hours { get; init; }", Purchases,
            ByUser + "Heat = g.Last(Days(30)).DecayedSum(p => p.Amount, Days(7)), Hours = g.All.TimeSinceLast()?.TotalHours }"),
        new("Decimals", "[Decimal(18, 2)] public decimal Total { get; init; } public double? Share { get; init; }", Purchases,
            ByUser + "Total = g.Last(Days(30)).Sum(p => p.Price), Share = Numeric.Ratio((double)g.Last(Days(7)).Sum(p => p.Price), (double)g.Last(Days(30)).Sum(p => p.Price)) }"),
        new("Dimension", "public double Spent { get; init; } public long Countries { get; init; }", Purchases + ", Dimension<Merchant> merchants",
            "from p in purchases /*LET*/ join m in merchants on p.MerchantId equals m.MerchantId /*JOIN*/ where p.Quantity > 0 /*WHERE*/ "
            + "group new { p, m } by p.UserId into g let month = g.Last(Days(30)) select new CorrectView { UserId = g.Key, Busy = month.Count() > 3 /*AGGREGATE:x.p*/, "
            + "Spent = month.Sum(x => x.p.Amount * x.m.Rate), Countries = month.CountDistinct(x => x.m.Country) }"),
        new("LeftJoin", "public long Unknown { get; init; } public string Last { get; init; } = \"\";", Purchases + ", Dimension<Merchant> merchants",
            "from p in purchases /*LET*/ join m in merchants on p.MerchantId equals m.MerchantId into known from m in known.DefaultIfEmpty() /*JOIN*/ where p.Quantity > 0 /*WHERE*/ "
            + "group new { p, m } by p.UserId into g select new CorrectView { UserId = g.Key, Busy = g.Last(Days(1)).Count() > 3 /*AGGREGATE:x.p*/, "
            + "Unknown = g.All.Count(x => x.m == null), Last = g.All.Latest(x => x.m?.Country) ?? \"unknown\" }"),
        new("ChainedJoin", "public long Risky { get; init; }", Purchases + ", Dimension<Merchant> merchants, Dimension<Country> countries",
            "from p in purchases /*LET*/ join m in merchants on p.MerchantId equals m.MerchantId join c in countries on m.Country equals c.Code /*JOIN*/ where p.Quantity > 0 /*WHERE*/ "
            + "group new { p, c } by p.UserId into g select new CorrectView { UserId = g.Key, Busy = g.Last(Days(1)).Count() > 3 /*AGGREGATE:x.p*/, Risky = g.Last(Days(30)).Count(x => x.c.IsRisky) }"),
        new("CompositeJoin", "public double Fees { get; init; }", Purchases + ", Dimension<Tariff> tariffs",
            "from p in purchases /*LET*/ join t in tariffs on new { p.Region, p.MerchantId } equals new { t.Region, t.MerchantId } /*JOIN*/ where p.Quantity > 0 /*WHERE*/ "
            + "group new { p, t } by p.UserId into g select new CorrectView { UserId = g.Key, Busy = g.Last(Days(1)).Count() > 3 /*AGGREGATE:x.p*/, Fees = g.Last(Days(30)).Sum(x => x.t.Fee) }"),
        new("ComputedKey", "public long Buyers { get; init; }", Purchases,
            Start + "group p by Text.LowerAscii(p.Region) into g select new CorrectView { Region = g.Key, Busy = g.Last(Days(1)).Count() > 3 /*AGGREGATE:p*/, Buyers = g.Last(Days(30)).CountDistinct(p => p.UserId) }",
            Key: "public string Region { get; init; } = \"\";"),
        new("Helpers", "public double Weighted { get; init; } public long Large { get; init; }", Purchases,
            ByUser + "Weighted = g.Last(Days(30)).Sum(p => Weight(p.Status) * p.Amount), Large = g.Last(Days(30)).Count(p => IsLarge(p)) }",
            Members: "private const double Threshold = 100; private static bool IsLarge(Purchase p) => p.Amount > Threshold; private static double Weight(OrderStatus s) => s == OrderStatus.Completed ? 1 : 0.5;"),
        new("MergedStreams", "public long Events30d { get; init; }", Purchases + ", Events<Visit> visits",
            "from x in Events.Merge(purchases.Where(p => p.Quantity > 0 /*WHERE*/).Select(p => new { p.UserId, IsVisit = false }), visits.Select(v => new { v.UserId, IsVisit = true })) "
            + "group x by x.UserId into g select new CorrectView { UserId = g.Key, Busy = g.Last(Days(1)).Count(x => x.IsVisit) > 3, Events30d = g.Last(Days(30)).Count() }"),
    ];
}
