using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.TF1xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1002FixTests
{
    private static readonly TF1002Fixes Fixes = new();

    [Theory]
    [InlineData("int?", "o.Quantity * 2", "checked(o.Quantity * 2)")]
    [InlineData("long?", "(o.Units + 1) * o.Quantity", "checked((o.Units + 1) * o.Quantity)")]
    [InlineData("int?", "-o.Quantity", "checked(-o.Quantity)")]
    [InlineData("int?", "(int)o.Units", "checked((int)o.Units)")]
    [InlineData("double?", "o.Price * (o.Quantity + o.Quantity)", "o.Price * checked(o.Quantity + o.Quantity)")]
    [InlineData("int?", "unchecked(o.Quantity + 1)", "checked(o.Quantity + 1)")]
    [InlineData("int?", "o.Quantity /* of */ * 2 /* two */", "checked(o.Quantity /* of */ * 2) /* two */")]
    public Task Arithmetic_IsCheckedAsAWhole(string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "checked", TestView.Row(type, value), TestView.Row(type, fixedValue));

    [Theory]
    [InlineData("o.Quantity * o.Units", "(double)o.Quantity * o.Units")]
    [InlineData("(o.Quantity + o.Units) * 2", "((double)o.Quantity + o.Units) * 2")]
    public Task Arithmetic_IsDoneInDouble(string value, string fixedValue) => FixTest.FixesAsync(
        Fixes, "double", TestView.Feature("double", $"g.All.Sum(o => {value})"), TestView.Feature("double", $"g.All.Sum(o => {fixedValue})"));

    [Fact]
    public Task Feature_ThatIsAnInteger_IsNotComputedInDouble() =>
        FixTest.OffersAsync(Fixes, TestView.Feature("long", "g.All.Sum(o => o.Quantity * o.Quantity)"), "checked");

    [Fact]
    public Task TwoFindingsInOneExpression_AreCheckedOnce() => FixTest.FixesAllAsync(
        Fixes,
        "checked",
        FixAllScope.Document,
        (TestView.Row("int?", "o.Quantity * 2 + o.Quantity * 3"), TestView.Row("int?", "checked(o.Quantity * 2 + o.Quantity * 3)")));
}
