using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1010Tests
{
    [Theory]
    [InlineData("p.At < [|DateTime.UtcNow|]")]
    [InlineData("p.At < [|DateTime.Now|]")]
    [InlineData("p.At.Date == [|DateTime.Today|]")]
    [InlineData("p.At < [|DateTimeOffset.UtcNow|].UtcDateTime")]
    [InlineData("p.At < [|TimeProvider.System|].GetUtcNow().UtcDateTime")]
    [InlineData("[|Environment.TickCount64|] > 3")]
    [InlineData("[|System.Diagnostics.Stopwatch.GetTimestamp()|] > 3")]
    public Task TimeOfTheMachine_IsAnError(string condition) => RuleTest.ReportsAsync(RulesOf.WallClock, LeakSource.Condition(condition));

    [Theory]
    [InlineData("p.At < Help.Start")]
    [InlineData("p.At < DateTime.UnixEpoch")]
    [InlineData("p.At < new DateTime(2024, 1, 1)")]
    public Task InstantOfTheDefinition_IsAllowed(string condition) => RuleTest.AllowsAsync(LeakSource.Condition(condition));

    /// <summary>What stands in a helper is reported there, once, however often it is used.</summary>
    [Theory]
    [InlineData("static bool IsOld(DateTime at) => at < [|DateTime.UtcNow|];", "IsOld(p.At)")]
    [InlineData("static DateTime Clock => [|DateTime.UtcNow|];", "p.At < Clock || p.At > Clock")]
    [InlineData("static readonly DateTime Started = [|DateTime.UtcNow|];", "p.At < Started")]
    public Task TimeOfTheMachine_InAHelper_IsReportedThere(string member, string condition) =>
        RuleTest.ReportsAsync(RulesOf.WallClock, LeakSource.Condition(condition, member));

    [Fact]
    public Task TimeOfTheMachine_BesideTheAsOf_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.WallClock, LeakSource.Feature("double?", "([|DateTime.UtcNow|] - g.All.Max(p => p.At))?.TotalDays"));

    [Fact]
    public Task AsOf_IsAllowed() => RuleTest.AllowsAsync(LeakSource.Feature("double?", "(g.AsOf - g.All.Max(p => p.At))?.TotalDays"));
}
