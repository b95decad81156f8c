using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Tests.Binding;

/// <summary>Another view as a dimension, in the plan.</summary>
public sealed class ViewJoinBindingTests
{
    [Fact]
    public void Plan_HasTheOtherPlanAndTheGrid_AndReadsItsSources()
    {
        var plan = Plan(TestJoinedView.Source(every: "Hours(6)"));

        var join = plan.Joins.ShouldHaveSingleItem();
        join.Dimension.Kind.ShouldBe(SourceKind.View);
        join.Dimension.Name.ShouldBe("inner");
        join.Dimension.Columns.Select(c => (c.Property, c.Role)).ShouldBe([("ShopId", ColumnRole.EntityKey), ("Orders", ColumnRole.Value)]);
        join.Snapshots!.Every.ShouldBe(6 * 3_600_000_000L);
        join.Snapshots.View.Name.ShouldBe("inner");
        plan.Sources.Select(s => s.Name).ShouldBe(["orders"]);
    }

    [Fact]
    public void Hash_ChangesWithTheOtherViewsTransform_AndWithTheGrid()
    {
        var hash = ContractHash.Of(Plan(TestJoinedView.Source()));

        ContractHash.Of(Plan(TestJoinedView.Source(values: "Orders = g.Last(Days(8)).Count()"))).ShouldNotBe(hash);
        ContractHash.Of(Plan(TestJoinedView.Source(every: "Days(2)"))).ShouldNotBe(hash);
        ContractHash.Of(Plan(TestJoinedView.Source(values: "Orders = /* weekly */ g.Last(Hours(168)).Count()", every: "Hours(24)"))).ShouldBe(hash);
    }

    [Fact]
    public void SetupOfTheOtherView_ComesToo()
    {
        var sql = ViewSql.Print(Plan(TestJoinedView.Source()), SqlDialect.All.Single(d => d.Engine == "sqlite"));

        sql.Setup.Count.ShouldBe(2);
        sql.Setup.ShouldContain(s => s.Contains("orders_by_user_id", StringComparison.Ordinal));
        sql.Setup.ShouldContain(s => s.Contains("orders_by_shop_id", StringComparison.Ordinal));
    }

    [Fact]
    public void PersonalData_StaysPersonal()
    {
        var text = TestJoinedView.Source(
            features: "public string? Mail { get; init; } public string? Region { get; init; }",
            values: "Mail = g.All.Latest(o => o.Email), Region = g.All.Latest(o => o.Region)",
            type: "string?",
            value: "g.All.Latest(x => x.i.Region)").Replace("public string? Email", "[Pii] public string? Email", StringComparison.Ordinal);

        Plan(text).Joins[0].Dimension.Columns.Select(c => c.IsPii).ShouldBe([false, true, false]);
    }

    private static ViewPlan Plan(string text) => TestCode.BindView(TestCode.CompileValid(text), TestView.TypeName).Value!.Plan;
}
