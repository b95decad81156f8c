using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1002Tests
{
    [Theory]
    [InlineData("int?", "[|o.Quantity + 1|]")]
    [InlineData("int?", "[|o.Quantity - o.Discount|]")]
    [InlineData("long?", "[|o.Units * 2|]")]
    [InlineData("long?", "[|-o.Units|]")]
    [InlineData("int?", "[|(int)o.Units|]")]
    [InlineData("long?", "[|(long)o.Price|]")]
    [InlineData("long?", "[|(long?)o.Amount|]")]
    public Task IntegerArithmeticThatWraps_IsAnError(string type, string value) =>
        RuleTest.ReportsAsync(RulesOf.UncheckedInteger, TestView.Row(type, value));

    [Theory]
    [InlineData("int?", "checked(o.Quantity + 1)")]
    [InlineData("int?", "checked(o.Quantity - o.Discount)")]
    [InlineData("long?", "checked(-o.Units * 2)")]
    [InlineData("int?", "checked((int)o.Units)")]
    [InlineData("long?", "checked((long?)o.Amount)")]
    [InlineData("long?", "o.Quantity")]
    [InlineData("long?", "(long)o.Quantity")]
    [InlineData("double?", "(double)o.Units * 2")]
    [InlineData("int?", "o.Quantity / 2")]
    [InlineData("int?", "7 * 24")]
    [InlineData("double?", "-o.Price")]
    public Task CheckedOrHarmlessArithmetic_IsAllowed(string type, string value) => RuleTest.AllowsAsync(TestView.Row(type, value));

    [Fact]
    public async Task TheMessage_NamesTheFix()
    {
        var diagnostic = await RuleTest.ReportsAsync(RulesOf.UncheckedInteger, TestView.Row("int?", "[|o.Quantity + 1|]"));

        diagnostic.GetMessage().ShouldContain("checked(o.Quantity + 1)");
    }
}
