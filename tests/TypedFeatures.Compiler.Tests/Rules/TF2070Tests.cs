using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2070Tests
{
    private const string User = "public required UserOrders User { get; init; }";

    [Fact]
    public Task ServiceThatIsNoSealedPartialRecord_IsAnErrorAtItsName() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        User, "[FeatureService(\"test_service\")] public sealed record [|TestService|]"));

    [Fact]
    public Task NameOfNoTable_IsAnErrorAtTheAttribute() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        User, "[[|FeatureService(\"test service\")|]] public sealed partial record TestService"));

    [Fact]
    public Task ServiceWithoutViews_IsAnError() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        "[Request] public double Amount { get; init; }", "[FeatureService(\"test_service\")] public sealed partial record [|TestService|]"));

    [Fact]
    public Task SettablePropertyThatIsNeitherViewNorRequest_IsAnErrorAtIt() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        User + " public double [|Amount|] { get; init; }"));

    [Fact]
    public Task NullableView_IsAnErrorAtIt() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        "public UserOrders? [|User|] { get; init; }"));

    [Fact]
    public Task OnDemandFeatureWithStatements_IsAnErrorAtIt() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        User + " public long [|Twice|] { get { var orders = User.Orders; return orders; } }"));

    [Fact]
    public Task OnDemandFeaturesInACircle_AreAnErrorAtTheFirst() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        User + " public bool [|A|] => !B; public bool B => !A;"));

    [Fact]
    public Task TwoColumnsOfOneName_AreAnErrorAtTheSecond() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        User.Replace("User {", "[|User|] {") + " [Request, Column(\"user_orders\")] public double Other { get; init; }"));

    [Fact]
    public Task ReservedName_IsAnErrorAtIt() => RuleTest.ReportsAsync(RulesOf.ServiceDeclaration, TestService.Source(
        User + " public bool [|CopyTo|] => User.Orders > 0;"));

    [Fact]
    public Task OnDemandFeatures_MayUseEachOther_AndPrivateHelpers() => RuleTest.AllowsAsync(TestService.Source(
        User + " public bool IsNew => !HasBought; private bool HasBought => User.Orders > 0; public double Score => IsNew ? 0 : Average ?? 1; public double? Average => User.Average;"));
}
