using TypedFeatures.Plans;
using static TypedFeatures.Compiler.Tests.Ir;

namespace TypedFeatures.Compiler.Tests.Binding;

public class UserPurchasesTests
{
    private static readonly ScalarType Status = new(ScalarKind.Enum, false, new EnumType(
        "Shop.OrderStatus", EquatableArray.Of(new EnumMember("Pending", 0), new EnumMember("Completed", 1), new EnumMember("Refunded", 2))));

    private static readonly SourceSchema Purchases = new("purchases", SourceKind.Event, "Shop.Purchase", EquatableArray.Of(
        new SourceColumn("EventId", "event_id", TextType, ColumnRole.EventId),
        new SourceColumn("OccurredAt", "occurred_at", InstantType, ColumnRole.EventTime),
        new SourceColumn("IngestedAt", "ingested_at", InstantType, ColumnRole.IngestTime),
        new SourceColumn("UserId", "user_id", LongType),
        new SourceColumn("MerchantId", "merchant_id", LongType),
        new SourceColumn("Amount", "amount", DoubleType.Nullable),
        new SourceColumn("Category", "category", TextType),
        new SourceColumn("Status", "status", Status),
        new SourceColumn("Email", "email", TextType.Nullable, IsPii: true),
        new SourceColumn("ChargedBack", "charged_back", BoolType, IsKnownAfterOutcome: true)));

    private static readonly SourceSchema Merchants = new("merchants", SourceKind.Dimension, "Shop.Merchant", EquatableArray.Of(
        new SourceColumn("MerchantId", "merchant_id", LongType, ColumnRole.EntityKey),
        new SourceColumn("UpdatedAt", "updated_at", InstantType, ColumnRole.ValidFrom),
        new SourceColumn("Country", "country", TextType),
        new SourceColumn("FxRate", "fx_rate", DoubleType)));

    private static readonly Scalar Amount = Of("Amount", DoubleType.Nullable);

    private static readonly ViewPlan Expected = new(
        "user_purchases",
        1,
        "Shop.UserPurchases",
        Purchases,
        EquatableArray.Of(new AsOfJoin(Merchants, EquatableArray.Of(Of("MerchantId", LongType)), IsOuter: false)),
        And(
            Compare(BinaryOperator.Equal, Of("Status", Status), new Constant(Status, "Completed")),
            Compare(BinaryOperator.Greater, Amount, Is(0.0))),
        EquatableArray.Of(new KeyPart("UserId", "user_id", LongType, Of("UserId", LongType), 0)),
        EquatableArray.Of(
            new Feature("Purchases7d", "purchases7d", LongType, new Aggregate(LongType, AggregateKind.Count, Days(7), null, null), "Completed purchases in the last 7 days."),
            new Feature("AverageOrderValue30d", "average_order_value30d", DoubleType.Nullable, new Aggregate(DoubleType.Nullable, AggregateKind.Average, Days(30), Amount, null)),
            new Feature("Spend30dGbp", "spend30d_gbp", DoubleType, new Aggregate(
                DoubleType, AggregateKind.Sum, Days(30), Ir.Binary(DoubleType.Nullable, BinaryOperator.Multiply, Amount, Of("FxRate", DoubleType, 1)), null)),
            new Feature("FavouriteCategory90d", "favourite_category90d", TextType.Nullable, new Aggregate(TextType.Nullable, AggregateKind.Mode, Days(90), Of("Category", TextType), null)),
            new Feature("DaysSinceLastPurchase", "days_since_last_purchase", DoubleType.Nullable, Call(
                DoubleType.Nullable,
                ScalarFunction.TotalDays,
                Ir.Binary(
                    SpanType.Nullable,
                    BinaryOperator.Subtract,
                    new AsOfInstant(),
                    new Aggregate(InstantType.Nullable, AggregateKind.Max, Days(365), Of("OccurredAt", InstantType), null))))));

    [Fact]
    public void UserPurchases_BindsToThePlanWrittenByHand()
    {
        var compilation = TestCode.CompileValid(TestCode.Shop("Sources.cs"), TestCode.Shop("UserPurchases.cs"));

        var result = TestCode.BindView(compilation, "Shop.UserPurchases");

        result.Diagnostics.ShouldBeEmpty();
        var plan = result.Value!.Plan;
        plan.Events.ShouldBe(Expected.Events);
        plan.Joins.ShouldBe(Expected.Joins);
        plan.Filter.ShouldBe(Expected.Filter);
        plan.Keys.ShouldBe(Expected.Keys);
        plan.Features.ShouldBe(Expected.Features);
        plan.ShouldBe(Expected);
    }

    [Fact]
    public void UserPurchases_DeclarationIsReadAsWritten()
    {
        var compilation = TestCode.CompileValid(TestCode.Shop("Sources.cs"), TestCode.Shop("UserPurchases.cs"));

        TestCode.BindView(compilation, "Shop.UserPurchases").Value!.Declaration.ShouldBe(new ViewDeclaration(
            "Shop",
            "UserPurchases",
            true,
            "How a user buys.",
            "growth-ml",
            400 * 86_400_000_000L,
            3_600_000_000L,
            EquatableArray.Of(new DefineParameter("purchases", Purchases), new DefineParameter("merchants", Merchants)),
            EquatableArray.Of("")));
    }
}
