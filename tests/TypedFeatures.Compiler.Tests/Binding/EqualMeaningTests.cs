using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Tests.Binding;

/// <summary>How a definition is written leaves no trace in its plan.</summary>
public class EqualMeaningTests
{
    private const string Plain = """
        from p in purchases
        join m in merchants on p.MerchantId equals m.MerchantId
        where p.Status == OrderStatus.Completed && p.Amount > 0
        group new { p, m } by p.UserId into g
        let month = g.Last(Days(30))
        select new UserPurchases
        {
            UserId = g.Key,
            Purchases7d = g.Last(Days(7)).Count(),
            AverageOrderValue30d = month.Average(x => x.p.Amount),
            Spend30dGbp = month.Sum(x => x.p.Amount * x.m.FxRate),
            FavouriteCategory90d = g.Last(Days(90)).Mode(x => x.p.Category),
            DaysSinceLastPurchase = (g.AsOf - g.Last(Days(365)).Max(x => x.p.OccurredAt))?.TotalDays,
        }
        """;

    [Theory]
    [InlineData("let month = g.Last(Days(30))", "let unused = g.All let last = g.Last(Days(30)) let month = last")]
    [InlineData("let month = g.Last(Days(30))", "let month = g.Last(TimeSpan.FromHours(720))")]
    [InlineData("new { p, m }", "(p, m)")]
    [InlineData("new { p, m }", "new { m, p, p.Amount }")]
    [InlineData("where p.Status", "let amount = p.Amount where p.Status")]
    [InlineData("where p.Status == OrderStatus.Completed && p.Amount > 0", "where p.Status == OrderStatus.Completed where p.Amount > 0")]
    [InlineData("where p.Status == OrderStatus.Completed && p.Amount > 0", "where p is { Status: OrderStatus.Completed, Amount: > 0 }")]
    [InlineData("where p.Status == OrderStatus.Completed && p.Amount > 0", "where (p.Status is OrderStatus.Completed) & p.Amount is > 0")]
    [InlineData("\n", " ")]
    [InlineData("x", "renamed")]
    [InlineData("x.p.Amount * x.m.FxRate", "Convert(x.p.Amount, x.m)")]
    [InlineData("g.Last(Days(7)).Count()", "g.Last(Days(7)).Where(x => true).Count()")]
    public void OtherWording_GivesTheSamePlan(string wording, string other)
    {
        var changed = wording == "x"
            ? Plain.Replace("x =>", "renamed =>", StringComparison.Ordinal).Replace("x.", "renamed.", StringComparison.Ordinal)
            : Plain.Replace(wording, other, StringComparison.Ordinal);
        changed.ShouldNotBe(Plain);

        PlanOf(changed).ShouldBe(PlanOf(Plain));
    }

    [Fact]
    public void MethodSyntax_GivesThePlanOfTheQuery() => PlanOf("""
        purchases
            .Join(merchants, p => p.MerchantId, m => m.MerchantId, (p, m) => new { p, m })
            .Where(x => x.p.Status == OrderStatus.Completed && x.p.Amount > 0)
            .GroupBy(x => x.p.UserId)
            .Select(g => new UserPurchases
            {
                UserId = g.Key,
                Purchases7d = g.Last(Days(7)).Count(),
                AverageOrderValue30d = g.Last(Days(30)).Average(selector: x => x.p.Amount),
                Spend30dGbp = g.Last(Days(30)).Sum(x => x.p.Amount * x.m.FxRate),
                FavouriteCategory90d = g.Last(Days(90)).Mode(x => x.p.Category),
                DaysSinceLastPurchase = (g.AsOf - g.Last(Days(365)).Max(x => x.p.OccurredAt))?.TotalDays,
            })
        """).ShouldBe(PlanOf(Plain));

    [Theory]
    [InlineData("Days(30)", "Days(31)")]
    [InlineData("p.Amount > 0", "p.Amount >= 0")]
    [InlineData("x.p.Amount * x.m.FxRate", "x.m.FxRate * x.p.Amount")]
    [InlineData(".Mode(", ".Latest(")]
    public void OtherMeaning_GivesAnotherPlan(string wording, string other) =>
        PlanOf(Plain.Replace(wording, other, StringComparison.Ordinal)).ShouldNotBe(PlanOf(Plain));

    private static ViewPlan PlanOf(string query)
    {
        var shop = TestCode.Shop("UserPurchases.cs");
        var start = shop.IndexOf("from p in purchases", StringComparison.Ordinal);
        var end = shop.LastIndexOf(';');
        var source = shop[..start] + query + shop[end..(end + 1)]
            + " static double? Convert(double? amount, Merchant merchant) => amount * merchant.FxRate;" + shop[(end + 1)..];
        var result = TestCode.BindView(TestCode.CompileValid(TestCode.Shop("Sources.cs"), source), "Shop.UserPurchases");
        result.Diagnostics.ShouldBeEmpty();
        return result.Value!.Plan;
    }
}
