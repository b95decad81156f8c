using TypedFeatures.Plans;
using static TypedFeatures.Compiler.Tests.Ir;

namespace TypedFeatures.Compiler.Tests.Binding;

public class QueryBindingTests
{
    private static readonly Scalar IsGift = Of("IsGift", BoolType);

    [Fact]
    public void Aggregates_BindWithTheirPredicates()
    {
        var price = Of("Price", DoubleType);
        var positive = Compare(BinaryOperator.Greater, price, Is(0.0));

        FeatureOf("long", "g.All.Count()").ShouldBe(new Aggregate(LongType, AggregateKind.Count, All, null, null));
        FeatureOf("bool", "g.Last(Days(1)).Any(o => o.IsGift)").ShouldBe(new Aggregate(BoolType, AggregateKind.Any, Days(1), null, IsGift));
        FeatureOf("bool", "g.All.All(o => o.IsGift)").ShouldBe(Not(new Aggregate(BoolType, AggregateKind.Any, All, null, Not(IsGift))));
        FeatureOf("long", "g.All.Where(o => o.IsGift).Count(o => o.Price > 0)").ShouldBe(new Aggregate(LongType, AggregateKind.Count, All, null, And(IsGift, positive)));
        FeatureOf("double", "g.All.Where(o => o.Price > 0).Where(o => o.IsGift).Sum(o => o.Price)").ShouldBe(
            new Aggregate(DoubleType, AggregateKind.Sum, All, price, And(positive, IsGift)));
        FeatureOf("bool", "g.All.Where(o => o.Price > 0).All(o => o.IsGift)").ShouldBe(
            Not(new Aggregate(BoolType, AggregateKind.Any, All, null, And(positive, Not(IsGift)))));
    }

    [Theory]
    [InlineData("long", "g.All.CountDistinct(o => o.Category)", AggregateKind.CountDistinct, "Int64")]
    [InlineData("int", "g.All.Sum(o => o.Discount)", AggregateKind.Sum, "Int32")]
    [InlineData("long", "g.All.Sum(o => o.Units)", AggregateKind.Sum, "Int64")]
    [InlineData("double", "g.All.Sum(o => o.Weight)", AggregateKind.Sum, "Double")]
    [InlineData("TimeSpan", "g.All.Sum(o => o.Delay)", AggregateKind.Sum, "TimeSpan")]
    [InlineData("double?", "g.All.Average(o => o.Quantity)", AggregateKind.Average, "Double?")]
    [InlineData("int?", "g.All.Min(o => o.Quantity)", AggregateKind.Min, "Int32?")]
    [InlineData("DateTime?", "g.All.Max(o => o.ShippedAt)", AggregateKind.Max, "DateTime?")]
    [InlineData("string?", "g.All.First(o => o.Category)", AggregateKind.First, "String?")]
    [InlineData("OrderStatus?", "g.All.Latest(o => o.Status)", AggregateKind.Latest, "Test.OrderStatus?")]
    [InlineData("bool?", "g.All.Mode(o => o.IsGift)", AggregateKind.Mode, "Boolean?")]
    public void AggregatesOfValues_HaveTheTypeOfTheLanguage(string type, string value, AggregateKind kind, string result)
    {
        var aggregate = FeatureOf(type, value).ShouldBeOfType<Aggregate>();

        aggregate.Kind.ShouldBe(kind);
        aggregate.Type.ToString().ShouldBe(result);
    }

    [Fact]
    public void CompositeKey_IsInDeclarationOrder_AndKnowsItsPlaceInTheGroup()
    {
        var plan = PlanOf(TestView.Sources + """
            [FeatureView("test_view")]
            public sealed partial record TestView
            {
                [EntityKey] public long Shop { get; init; }
                public string Label { get; init; } = "";
                [EntityKey, Column("who")] public long UserId { get; init; }
                static FeatureQuery<TestView> Define(Events<Order> orders) =>
                    from o in orders group o by (o.ReferrerId, o.ShopId, o.Category) into g
                    select new TestView { UserId = g.Key.ReferrerId.Value, Shop = g.Key.ShopId, Category = g.Key.Category, Label = g.Key.Category + "!" };
                [EntityKey] public string Category { get; init; } = "";
            }
            """);

        plan.Keys.ShouldBe(EquatableArray.Of(
            new KeyPart("Shop", "shop", LongType, Of("ShopId", LongType), 1),
            new KeyPart("UserId", "who", LongType, Of("ReferrerId", LongType.Nullable), 0),
            new KeyPart("Category", "category", TextType, Of("Category", TextType), 2)));
        plan.Features.Single().Value.DescendantsAndSelf().OfType<KeyOf>().ShouldBe([new KeyOf(TextType, 2)]);
    }

    [Fact]
    public void Joins_KeepTheirOrderAndTheirKeysInTheDimensionsOrder()
    {
        var plan = PlanOf(TestView.Source(
            "public double Value { get; init; }",
            """
            from o in orders
            join s in shops on o.ReferrerId equals s.ShopId into found
            join t in tariffs on new { o.ShopId, o.Region } equals new { t.ShopId, t.Region }
            from s in found.DefaultIfEmpty()
            where t.Fee > 0
            group new { Rate = s != null ? s.Rate : 1, t.Fee } by o.UserId into g
            select new TestView { UserId = g.Key, Value = g.All.Sum(x => x.Rate * x.Fee) }
            """));

        plan.Joins.Select(j => (j.Dimension.Name, j.IsOuter)).ShouldBe([("shops", true), ("tariffs", false)]);
        plan.Joins[0].Keys.ShouldBe(EquatableArray.Of(Of("ReferrerId", LongType.Nullable)));
        plan.Joins[1].Keys.ShouldBe(EquatableArray.Of(Of("Region", TextType), Of("ShopId", LongType)));
        plan.Filter.ShouldBe(Compare(BinaryOperator.Greater, Of("Fee", DoubleType, 2), Is(0.0)));
    }

    [Fact]
    public void NullableKeyOfAnInnerJoin_IsProvenByIt()
    {
        var plan = PlanOf(TestView.Source(
            "public long Value { get; init; }",
            "from o in orders join s in shops on o.ReferrerId equals s.ShopId group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Max(o => o.ReferrerId.Value) ?? 0 }"));

        plan.Features[0].Value.ShouldBe(Ir.Binary(
            LongType,
            BinaryOperator.Coalesce,
            new Aggregate(LongType.Nullable, AggregateKind.Max, All, Value(Of("ReferrerId", LongType.Nullable)), null),
            Is(0L)));
    }

    [Theory]
    [InlineData("o.Nothing")]
    [InlineData("o.Price +")]
    [InlineData("Missing(o)")]
    [InlineData("o.Category * 2")]
    public async Task BrokenCode_IsLeftToTheCompiler(string value)
    {
        var compilation = TestCode.Compile(TestView.Row("double?", value));

        var result = TestCode.BindView(compilation, TestView.TypeName);

        result.Value.ShouldBeNull();
        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
        compilation.GetDiagnostics().ShouldContain(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task AllMistakes_AreReportedAtOnce()
    {
        var compilation = TestCode.CompileValid(TestView.Source(
            "public double A { get; init; } public int B { get; init; } public long C { get; init; }",
            "from o in orders where o.Quantity + 1 > 0 group o by o.UserId into g select new TestView { UserId = g.Key, A = g.All.Sum(o => o.Price / o.Price), B = g.All.Sum(o => o.Quantity * 2) }"));

        (await TestCode.AnalyzeAsync(compilation)).Select(d => d.Id).Order().ShouldBe(["TF1001", "TF1002", "TF1002", "TF2009"]);
    }

    private static Scalar FeatureOf(string type, string value) => PlanOf(TestView.Feature(type, value)).Features[0].Value;

    private static ViewPlan PlanOf(string source)
    {
        var result = TestCode.BindView(TestCode.CompileValid(source), TestView.TypeName);
        result.Diagnostics.ShouldBeEmpty();
        return result.Value!.Plan;
    }
}
