using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1001Tests
{
    [Theory]
    [InlineData("double?", "[|o.Price / o.Amount|]")]
    [InlineData("int?", "[|o.Quantity / o.Discount|]")]
    [InlineData("int?", "[|o.Quantity % o.Discount|]")]
    [InlineData("double?", "o.Amount >= 0 ? [|o.Price / o.Amount|] : null")]
    [InlineData("double?", "o.Amount > -1 ? [|o.Price / o.Amount|] : null")]
    [InlineData("double?", "o.Amount != 1 ? [|o.Price / o.Amount|] : null")]
    [InlineData("double?", "o.Amount != 0 || o.IsGift ? [|o.Price / o.Amount|] : null")]
    [InlineData("double?", "o.Price != 0 ? null : [|o.Amount / o.Price|]")]
    [InlineData("double?", "[|o.Price / (o.Amount ?? 1)|]")]
    [InlineData("double?", "checked(o.Quantity + 1) != 0 ? [|o.Price / o.Quantity|] : 0")]
    public Task DivisorThatMayBeZero_IsAnError(string type, string value) =>
        RuleTest.ReportsAsync(RulesOf.UnguardedDivision, TestView.Row(type, value));

    [Theory]
    [InlineData("double?", "o.Price / 2")]
    [InlineData("int?", "o.Quantity % -3")]
    [InlineData("double?", "o.Amount != 0 ? o.Price / o.Amount : null")]
    [InlineData("double?", "0 != o.Amount ? o.Price / o.Amount : null")]
    [InlineData("double?", "o.Amount > 0 ? o.Price / o.Amount : null")]
    [InlineData("double?", "o.Amount is > 0 and var amount ? o.Price / amount : 0")]
    [InlineData("double?", "o.Amount is > 5 ? o.Price / o.Amount.Value : 0")]
    [InlineData("double?", "o.Amount < -2 ? o.Price / o.Amount : null")]
    [InlineData("double?", "o.Amount == 0 ? null : o.Price / o.Amount")]
    [InlineData("double?", "o.Price <= 0 ? null : o.Amount / o.Price")]
    [InlineData("double?", "o.Amount is null or 0 ? null : o.Price / o.Amount")]
    [InlineData("double?", "o.Amount is not (null or 0) ? o.Price / o.Amount : null")]
    [InlineData("double?", "o.Quantity > 0 ? o.Price / o.Quantity : 0")]
    [InlineData("double?", "o.Price / Math.Max(o.Quantity, 1)")]
    [InlineData("double?", "Numeric.Ratio(o.Price, o.Amount)")]
    public Task DivisorProvenNotZero_IsAllowed(string type, string value) => RuleTest.AllowsAsync(TestView.Row(type, value));

    [Fact]
    public Task Guard_OfAnEarlierWhere_HoldsInAggregates() => RuleTest.AllowsAsync(TestView.Source(
        "public double Value { get; init; }",
        "from o in orders where o.Units > 0 group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Sum(o => o.Price / o.Units) }"));

    [Fact]
    public Task Guard_OfTheWindowsPredicate_HoldsInItsAggregates() =>
        RuleTest.AllowsAsync(TestView.Feature("double", "g.All.Where(o => o.Units != 0).Sum(o => o.Price / o.Units)"));

    [Fact]
    public Task Guard_OfALet_IsOneOfWhatItStandsFor() => RuleTest.AllowsAsync(TestView.Source(
        "public double Value { get; init; }",
        """
        from o in orders group o by o.UserId into g
        let count = g.Last(Days(7)).Count()
        select new TestView { UserId = g.Key, Value = count > 0 ? g.All.Sum(o => o.Price) / g.Last(Days(7)).Count() : 0 }
        """));

    [Fact]
    public Task Guard_OfAnotherWindow_ProvesNothing() => RuleTest.ReportsAsync(RulesOf.UnguardedDivision, TestView.Feature(
        "double", "g.Last(Days(7)).Count() > 0 ? [|g.All.Sum(o => o.Price) / g.Last(Days(8)).Count()|] : 0"));
}
