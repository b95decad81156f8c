using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2071Tests
{
    [Fact]
    public Task KeysOfOneNameAndDifferentTypes_AreAnErrorAtTheSecondView() => RuleTest.ReportsAsync(RulesOf.ServiceKey, TestService.Source(
        "public required UserOrders User { get; init; } public required NamedOrders [|Named|] { get; init; }"));

    [Fact]
    public Task RoleThatIsNoIdentifier_IsAnErrorAtTheAttribute() => RuleTest.ReportsAsync(RulesOf.ServiceKey, TestService.Source(
        "[[|Role(\"the buyer\")|]] public required UserOrders User { get; init; }"));

    [Fact]
    public Task InputNamedLikeAKey_IsAnErrorAtTheService() => RuleTest.ReportsAsync(RulesOf.ServiceKey, TestService.Source(
        "public required UserOrders User { get; init; } [Request, Column(\"other\")] public long UserId { get; init; }",
        "[FeatureService(\"test_service\")] public sealed partial record [|TestService|]"));

    [Fact]
    public Task ARole_TellsThemApart() => RuleTest.AllowsAsync(TestService.Source(
        "public required UserOrders User { get; init; } [Role(\"Named\")] public required NamedOrders Other { get; init; }"));

    [Fact]
    public Task OneViewTwice_HasItsPropertiesForRoles() => RuleTest.AllowsAsync(TestService.Source(
        "public required UserOrders Buyer { get; init; } public required UserOrders Seller { get; init; }"));
}
