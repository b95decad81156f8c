using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2030Tests
{
    private static string Window(string window) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = {{window}}.Count() }""");

    [Theory]
    [InlineData("[|g.Last(Days(7), offset: Days(1), tile: Hours(1))|]")]
    [InlineData("[|g.Last(Days(7), Days(1), Hours(1))|]")]
    [InlineData("[|g.Last(tile: Hours(1), offset: TimeSpan.Zero, length: Days(7))|]")]
    public Task OffsetAndTile_IsAnError(string window) => RuleTest.ReportsAsync(RulesOf.OffsetAndTile, Window(window));

    [Theory]
    [InlineData("g.Last(Days(7), offset: Days(1))", "604800000000 86400000000  ")]
    [InlineData("g.Last(Days(7), Days(1))", "604800000000 86400000000  ")]
    [InlineData("g.Last(Days(7), offset: TimeSpan.Zero)", "604800000000 0  ")]
    [InlineData("g.Last(Days(7), tile: Hours(1))", "604800000000 0 3600000000 ")]
    [InlineData("g.Last(tile: Hours(1), length: Days(7))", "604800000000 0 3600000000 ")]
    [InlineData("g.CurrentSession(Minutes(30), Days(1))", "86400000000 0  1800000000")]
    [InlineData("g.CurrentSession(max: Days(1), gap: Minutes(30))", "86400000000 0  1800000000")]
    [InlineData("g.All", " 0  ")]
    public void Window_IsBoundWithItsShape(string window, string shape)
    {
        var result = TestCode.BindView(TestCode.CompileValid(Window(window)), TestView.TypeName);

        result.Diagnostics.ShouldBeEmpty();
        var bounds = result.Value!.Plan.Features[0].Value.ShouldBeOfType<Plans.Aggregate>().Window;
        $"{bounds.Length} {bounds.Offset} {bounds.Tile} {bounds.Gap}".ShouldBe(shape);
    }

    [Theory]
    [InlineData("g.Last(Days(7), offset: [|TimeSpan.FromDays(-1)|])")]
    [InlineData("g.Last(Days(7), offset: [|g.AsOf - g.AsOf|])")]
    [InlineData("g.Last(Days(7), tile: [|TimeSpan.Zero|])")]
    [InlineData("g.Last(Days(7), tile: [|new TimeSpan(5)|])")]
    [InlineData("g.CurrentSession([|TimeSpan.Zero|], Days(1))")]
    [InlineData("g.CurrentSession(Days(1), max: [|TimeSpan.FromDays(-1)|])")]
    public Task LengthThatIsNoPositiveConstant_IsAnError(string window) => RuleTest.ReportsAsync(RulesOf.WindowLength, Window(window));
}
