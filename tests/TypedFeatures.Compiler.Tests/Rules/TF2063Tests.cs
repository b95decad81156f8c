using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2063Tests
{
    [Theory]
    [InlineData("Outcomes<Order> orders, Events<Order> [|past|]")]
    [InlineData("Events<Order> [|past|], Outcomes<Order> orders")]
    public Task EventsHandedToALabel_AreAnError(string parameters) =>
        RuleTest.ReportsAsync(RulesOf.EventsInLabel, TestLabel.Source(parameters: parameters));

    [Fact]
    public async Task DimensionsHandedToALabel_AreAllowed()
    {
        var compilation = TestCode.CompileValid(TestLabel.Source(
            parameters: "Outcomes<Order> orders, Dimension<Shop> shops",
            query: """
                from o in orders
                join s in shops on o.ShopId equals s.ShopId into found
                from s in found.DefaultIfEmpty()
                where s != null
                group new { o, s } by o.UserId into g
                select new TestLabel { UserId = g.Key, Value = g.Next(Days(60)).Any(x => x.o.IsGift) }
                """));
        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
        TestCode.BindLabel(compilation, TestLabel.TypeName).Value.ShouldNotBeNull();
    }
}
