using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1015Tests
{
    [Theory]
    [InlineData("[|p.At.ToLocalTime()|].Hour < 6")]
    [InlineData("p.At < [|new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Local)|]")]
    [InlineData("[|TimeZoneInfo.ConvertTimeBySystemTimeZoneId(p.At, \"Europe/Berlin\")|].Hour < 6")]
    [InlineData("[|TimeZoneInfo.Local|].SupportsDaylightSavingTime")]
    public Task TimeOfAZone_IsAnError(string condition) => RuleTest.ReportsAsync(RulesOf.LocalTime, LeakSource.Condition(condition));

    [Theory]
    [InlineData("p.At.Hour < 6")]
    [InlineData("p.At < new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)")]
    [InlineData("(p.At + TimeSpan.FromHours(1)).Hour < 6")]
    public Task Utc_IsAllowed(string condition) => RuleTest.AllowsAsync(LeakSource.Condition(condition));
}
