using TypedFeatures.Plans;
using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2031Tests
{
    private static string Feature(string value) => TestView.Source(
        "public double? Value { get; init; }",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = {{value}} }""",
        "const double Share = 0.9; static readonly TimeSpan HalfLife = Days(7); static double changing = 0.5;");

    [Theory]
    [InlineData("g.All.Percentile(o => o.Amount, [|1.5|])")]
    [InlineData("g.All.Percentile(o => o.Amount, [|-0.1|])")]
    [InlineData("g.All.Percentile(o => o.Amount, [|double.NaN|])")]
    [InlineData("g.All.Percentile(o => o.Amount, p: [|changing|])")]
    [InlineData("g.All.DecayedSum(o => o.Amount, [|TimeSpan.Zero|])")]
    [InlineData("g.All.DecayedSum(o => o.Amount, halfLife: [|new TimeSpan(5)|])")]
    [InlineData("g.All.DecayedSum(o => o.Amount, [|g.AsOf - g.AsOf|])")]
    public Task ParameterThatWillNotDo_IsAnError(string value) => RuleTest.ReportsAsync(RulesOf.AggregateParameter, Feature(value));

    [Theory]
    [InlineData("g.All.Percentile(o => o.Amount, Share)", 0.9)]
    [InlineData("g.All.Percentile(o => o.Price, 1)", 1.0)]
    [InlineData("g.All.Percentile(p: 0, selector: o => o.Price)", 0.0)]
    [InlineData("g.All.Median(o => o.Quantity)", 0.5)]
    [InlineData("g.All.DecayedSum(o => o.Weight, HalfLife)", 604_800_000_000L)]
    public void Parameter_IsAConstantOfTheAggregate(string value, object parameter)
    {
        var aggregate = Bind(Feature(value)).ShouldBeOfType<Aggregate>();

        aggregate.Parameters.ShouldHaveSingleItem().Value.ShouldBe(parameter);
        aggregate.Argument!.Type.NonNullable.ShouldBe(ScalarType.Double);
    }

    [Fact]
    public void TimeSince_IsTheAsOfMinusAnEventTime() =>
        Bind(Feature("g.All.TimeSinceLast()?.TotalDays")).ShouldBe(Bind(Feature("(g.AsOf - g.All.Max(o => o.OccurredAt))?.TotalDays")));

    private static Scalar Bind(string code)
    {
        var result = TestCode.BindView(TestCode.CompileValid(code), TestView.TypeName);
        result.Diagnostics.ShouldBeEmpty();
        return result.Value!.Plan.Features[0].Value;
    }
}
