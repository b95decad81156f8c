using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Generators;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>
/// A build hands the compiler the assembly of a referenced project, an editor the project itself, whose members have their code with them. Both have to say and generate
/// the same: what is code of another project is not read.
/// </summary>
public class ReferencedProjectTests
{
    private const string Library = """
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Common;

        public enum OrderStatus { Pending, Completed, Refunded }

        /// <summary>An order.</summary>
        [EventSource("orders")]
        public sealed record Order
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime OccurredAt { get; init; }
            public long UserId { get; init; }
            public long ShopId { get; init; }
            public int Quantity { get; init; } = 1;
            /// <summary>In the shop's currency.</summary>
            public double Price { get; init; }
            public required string Category { get; init; }
            public OrderStatus Status { get; init; }
            [KnownAfterOutcome] public bool IsDisputed { get; init; }
            public double Total => Price * Quantity;
        }

        [DimensionSource("shops")]
        public sealed record Shop
        {
            [EntityKey] public long ShopId { get; init; }
            [ValidFrom] public DateTime UpdatedAt { get; init; }
            public double Rate { get; init; } = 1;
        }

        [DimensionSource("places")]
        public sealed record Place
        {
            [EntityKey] public long ShopId { get; init; }
            public double Rate { get; init; }
        }

        [EventSource("broken")]
        public sealed record Broken
        {
            public long UserId { get; init; }
        }

        public static class Common
        {
            public const double Most = 3;
            public static readonly double Least = 3;
            public static readonly string[] Names = ["web", "app"];
            public static readonly TimeSpan Week = TimeSpan.FromDays(7);
            public static double Changing = 3;
            public static double Mean { get; } = 3;
            public static double Doubled => Most * 2;
            public static double Twice(double value) => value * 2;
            public static double Plus(this double value, double other) { return value + other; }
            public static DateTime Now() => DateTime.UtcNow;
        }

        /// <summary>How a user orders.</summary>
        [FeatureView("user_orders")]
        public sealed partial record UserOrders
        {
            [EntityKey] public long UserId { get; init; }
            /// <summary>Of a week.</summary>
            public long Orders7d { get; init; }
            public double? Mean30d { get; init; }
            static FeatureQuery<UserOrders> Define(Events<Order> orders) =>
                from o in orders group o by o.UserId into g
                select new UserOrders { UserId = g.Key, Orders7d = g.Last(Days(7)).Count(), Mean30d = g.Last(Days(30)).Average(x => Common.Twice(x.Price)) };
        }

        [FeatureTable("risk", MaxAge = "30d")]
        public sealed partial record Risk
        {
            [EntityKey] public long UserId { get; init; }
            [EventTime] public DateTime ScoredAt { get; init; }
            public double Score { get; init; } = 0.5;
        }

        [Label("refunded")]
        public sealed partial record Refunded
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            static LabelQuery<Refunded> Define(Outcomes<Order> orders) =>
                from o in orders group o by o.UserId into g
                select new Refunded { UserId = g.Key, Value = g.Next(Days(60)).Any(o => o.Status == OrderStatus.Refunded) };
        }
        """;

    private static readonly Lazy<(CSharpCompilation Project, MetadataReference Assembly)> Referenced = new(() =>
    {
        var generated = Generated.From(Library);
        return ((CSharpCompilation)generated.Compilation, MetadataReference.CreateFromImage(generated.Image()));
    });

    public static TheoryData<string> Features =>
    [
        "g.Last(Days(7)).Count(o => o.Status == OrderStatus.Completed)",
        "g.Last(Days(7)).Sum(o => o.Price * o.Quantity)",
        "g.Last(Days(7)).Sum(o => o.Total)",
        "g.Last(Days(7)).Sum(o => Common.Common.Twice(o.Price))",
        "g.Last(Days(7)).Sum(o => o.Price.Plus(1))",
        "g.Last(Days(7)).Sum(o => o.Price * Common.Common.Most)",
        "g.Last(Days(7)).Sum(o => o.Price * Common.Common.Least)",
        "g.Last(Days(7)).Sum(o => o.Price * Common.Common.Mean)",
        "g.Last(Days(7)).Sum(o => o.Price * Common.Common.Doubled)",
        "g.Last(Days(7)).Sum(o => o.Price * Common.Common.Changing)",
        "g.Last(Common.Common.Week).Sum(o => o.Price)",
        "g.Last(Days(7)).Count(o => o.OccurredAt < Common.Common.Now())",
        "g.Last(Days(7)).Count(o => o.IsDisputed)",
        "(g.Last(Days(7)).Latest(o => o.Status) == OrderStatus.Refunded ? 1 : 0)",
    ];

    [Theory]
    [MemberData(nameof(Features))]
    public Task AFeature_IsTheSame(string value) => AgreeAsync(View("Events<Order> orders", "", $"Value = (double){value}"));

    [Theory]
    [InlineData("Events<Order> orders, Dimension<Shop> shops", "join s in shops on o.ShopId equals s.ShopId where s.Rate > 0")]
    [InlineData("Events<Order> orders, Dimension<Place> places", "join s in places on o.ShopId equals s.ShopId where s.Rate > 0")]
    [InlineData("Events<Order> orders, Dimension<Risk> risks", "join s in risks on o.UserId equals s.UserId where s.Score > 0")]
    [InlineData("Events<Order> orders, View<UserOrders> users", "join s in users.Snapshots(every: Days(1)) on o.UserId equals s.UserId where s.Mean30d > 0")]
    [InlineData("Events<Order> orders, Dimension<Refunded> labels", "join s in labels on o.UserId equals s.UserId where s.Value")]
    [InlineData("Events<Broken> orders", "")]
    [InlineData("Events<Shop> orders", "")]
    public Task WhatIsRead_IsTheSame(string parameters, string clauses) => AgreeAsync(View(parameters, clauses, "Value = g.All.Count()"));

    [Theory]
    [InlineData("public required UserOrders User { get; init; }")]
    [InlineData("public required UserOrders User { get; init; } public required Risk Risk { get; init; } public double Ratio => User.Mean30d is > 0 and var mean ? Risk.Score / mean : 0;")]
    [InlineData("public required UserOrders User { get; init; } public double More => Common.Common.Twice(User.Orders7d);")]
    [InlineData("public required UserOrders User { get; init; } [Vector(2)] public float[] Channel => Encode.OneHot(\"web\", Common.Common.Names);")]
    [InlineData("public required Refunded Label { get; init; }")]
    [InlineData("public required Order Order { get; init; }")]
    [InlineData("public required UserOrders User { get; init; } [Request] public OrderStatus Status { get; init; } public double Share => Status == OrderStatus.Completed ? 1 : 0;")]
    public Task AService_IsTheSame(string members) => AgreeAsync($$"""
        using System;
        using TypedFeatures;
        using Common;

        namespace Test;

        [FeatureService("checkout")]
        public sealed partial record Checkout
        {
            {{members}}
        }
        """);

    [Fact]
    public async Task AHelperOfAnotherProject_IsRefused_AndTheMessageSaysWhy() =>
        (await SayAsync(View("Events<Order> orders", "", "Value = g.Last(Days(7)).Sum(o => Common.Common.Twice(o.Price))"), Referenced.Value.Assembly)).Diagnostics
            .ShouldBe(["Test0.cs(15,80): error TF2001: 'Common.Twice' is compiled in another project, where its code cannot be read; declare it in this one."]);

    private static string View(string parameters, string clauses, string value) => $$"""
        using System;
        using TypedFeatures;
        using Common;
        using static TypedFeatures.Duration;

        namespace Test;

        [FeatureView("test")]
        public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            public double Value { get; init; }
            static FeatureQuery<TestView> Define({{parameters}}) =>
                from o in orders {{clauses}} group o by o.UserId into g
                select new TestView { UserId = g.Key, {{value}} };
        }
        """;

    private static async Task AgreeAsync(string source)
    {
        var (project, assembly) = Referenced.Value;
        var built = await SayAsync(source, assembly);
        var edited = await SayAsync(source, project.ToMetadataReference());
        edited.Diagnostics.ShouldBe(built.Diagnostics);
        edited.Files.ShouldBe(built.Files);
        (built.Diagnostics.Count + built.Files.Count).ShouldBePositive();
    }

    /// <summary>What analyzers say, and what is generated.</summary>
    private static async Task<(IReadOnlyList<string> Diagnostics, IReadOnlyList<string> Files)> SayAsync(string source, MetadataReference library)
    {
        var compilation = TestCode.Compile(source).AddReferences(library, MetadataReference.CreateFromFile(typeof(FeedRows).Assembly.Location));
        var diagnostics = await TestCode.AnalyzeAsync(compilation);
        var driver = CSharpGeneratorDriver.Create([new FeatureGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Preview)).RunGenerators(compilation);
        driver.GetRunResult().Diagnostics.ShouldBeEmpty();
        return ([.. diagnostics.Select(d => d.ToString())], [.. driver.GetRunResult().GeneratedTrees.Select(t => t.FilePath + "\n" + t)]);
    }
}
