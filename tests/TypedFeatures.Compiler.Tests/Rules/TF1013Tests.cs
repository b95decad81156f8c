using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1013Tests
{
    private const string Members = """
        private static double limit = 3;
        public static double Limit { get; set; } = 3;
        public static double Set { get; private set; } = 3;
        public const double Most = 3;
        public static readonly double Least = 3;
        public static double Mean { get; } = 3;
        public static double Doubled => Most * 2;
        """;

    [Theory]
    [InlineData("p.Amount > [|limit|]")]
    [InlineData("p.Amount > [|Limit|]")]
    [InlineData("p.Amount > [|Set|]")]
    public Task StateThatMayChange_IsAnError(string condition) => RuleTest.ReportsAsync(RulesOf.MutableState, LeakSource.Condition(condition, Members));

    [Theory]
    [InlineData("p.Amount > Most")]
    [InlineData("p.Amount > Least")]
    [InlineData("p.Amount > Mean")]
    [InlineData("p.Amount > Doubled")]
    public Task StateThatIsFixed_IsAllowed(string condition) => RuleTest.AllowsAsync(LeakSource.Condition(condition, Members));
}
