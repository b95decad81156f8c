using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2101Tests
{
    [Theory]
    [InlineData("[|TimeSpan.Zero|]")]
    [InlineData("[|TimeSpan.FromDays(-1)|]")]
    [InlineData("[|TimeSpan.FromTicks(15)|]")]
    [InlineData("[|DateTime.UtcNow - DateTime.UnixEpoch|]")]
    public Task GridThatIsNoConstantLength_IsAnError(string every) =>
        RuleTest.ReportsAsync(RulesOf.SnapshotGrid, TestJoinedView.Source(every: every));

    [Theory]
    [InlineData("Hours(1)")]
    [InlineData("TimeSpan.FromMinutes(5)")]
    [InlineData("Microseconds(1)")]
    public Task LengthsKnownAtCompileTime_AreAllowed(string every) => RuleTest.AllowsAsync(TestJoinedView.Source(every: every));
}
