using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2006Tests
{
    private const string Members = """
        static readonly TimeSpan Month = Days(30);
        static readonly TimeSpan Quarter = Month + Month + Month;
        static TimeSpan Year => TimeSpan.FromDays(365);
        static TimeSpan changing = Days(1);
        """;

    private static string Window(string length) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.Last({{length}}).Count() }""",
        Members);

    [Theory]
    [InlineData("[|TimeSpan.Zero|]")]
    [InlineData("[|TimeSpan.FromDays(-1)|]")]
    [InlineData("[|new TimeSpan(5)|]")]
    [InlineData("[|changing|]")]
    [InlineData("[|TimeSpan.Parse(\"1\")|]")]
    [InlineData("[|g.AsOf - g.AsOf|]")]
    public Task LengthThatIsNoPositiveConstant_IsAnError(string length) => RuleTest.ReportsAsync(RulesOf.WindowLength, Window(length));

    [Fact]
    public Task FieldThatAStaticConstructorMayAssign_IsNoConstant() => RuleTest.ReportsAsync(
        RulesOf.WindowLength,
        Window("[|Month|]").Replace("static TimeSpan changing = Days(1);", "static TestView() { }", StringComparison.Ordinal));

    [Theory]
    [InlineData("Days(7)", 604_800_000_000)]
    [InlineData("Duration.Hours(36)", 129_600_000_000)]
    [InlineData("Microseconds(1)", 1)]
    [InlineData("Month", 2_592_000_000_000)]
    [InlineData("Quarter", 7_776_000_000_000)]
    [InlineData("Year", 31_536_000_000_000)]
    [InlineData("TimeSpan.FromDays(1.5)", 129_600_000_000)]
    [InlineData("TimeSpan.FromHours(1)", 3_600_000_000)]
    [InlineData("TimeSpan.FromMinutes(1, 30)", 90_000_000)]
    [InlineData("new TimeSpan(1, 2, 3)", 3_723_000_000)]
    [InlineData("2 * Days(1)", 172_800_000_000)]
    public void ConstantLength_IsReadInMicroseconds(string length, long microseconds)
    {
        var result = TestCode.BindView(TestCode.CompileValid(Window(length)), TestView.TypeName);

        result.Diagnostics.ShouldBeEmpty();
        result.Value!.Plan.Features[0].Value.ShouldBeOfType<Plans.Aggregate>().Window.Length.ShouldBe(microseconds);
    }
}
