using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2060Tests
{
    [Theory]
    [InlineData("public sealed record [|TestLabel|]")]
    [InlineData("public partial record [|TestLabel|]")]
    [InlineData("public sealed partial class [|TestLabel|]")]
    public Task RecordThatIsNotSealedAndPartial_IsAnError(string declaration) =>
        RuleTest.ReportsAsync(RulesOf.LabelDeclaration, TestLabel.Source(declaration: declaration));

    [Theory]
    [InlineData("[Label(\"two words\")]")]
    [InlineData("[Label(\"\")]")]
    [InlineData("[Label(\"test_label\", Version = 0)]")]
    public Task NameOrVersionThatDoesNotFit_IsAnError(string attribute) =>
        RuleTest.ReportsAsync(RulesOf.LabelDeclaration, TestLabel.Source(attribute: attribute.Replace("[", "[[|", StringComparison.Ordinal).Replace("]", "|]]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Label")]
    [InlineData("Key")]
    [InlineData("Evaluate")]
    [InlineData("View")]
    [InlineData("Spine")]
    [InlineData("Request")]
    [InlineData("Service")]
    public Task NameOfAGeneratedMember_IsAnError(string name) => RuleTest.ReportsAsync(
        RulesOf.LabelDeclaration,
        TestLabel.Source(
            $"public bool [|{name}|] {{ get; init; }}",
            $$"""from o in orders group o by o.UserId into g select new TestLabel { UserId = g.Key, {{name}} = g.Next(Days(60)).Any() }"""));

    [Fact]
    public Task LabelThatIsAFeatureViewToo_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.LabelDeclaration,
        TestView.Sources + """
        [FeatureView("both"), [|Label("both")|]]
        public sealed partial record Both
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            static FeatureQuery<Both> Define(Events<Order> orders) =>
                from o in orders group o by o.UserId into g select new Both { UserId = g.Key, Value = g.All.Any() };
        }
        """);

    [Theory]
    [InlineData("Outcomes<Order> a, Outcomes<Order> b")]
    [InlineData("Dimension<Shop> shops")]
    public Task DefineWithoutExactlyOneSourceOfOutcomes_IsAnError(string parameters) => RuleTest.ReportsAsync(
        RulesOf.LabelDeclaration,
        TestLabel.Source(parameters: parameters, query: "throw new NotSupportedException()").Replace(" Define(", " [|Define|](", StringComparison.Ordinal));

    [Fact]
    public Task DefineOfAnotherParameter_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.LabelDeclaration, TestLabel.Source(parameters: "Outcomes<Order> orders, int [|days|]"));

    [Fact]
    public Task DefineOfAnotherType_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.LabelDeclaration,
        TestLabel.Source(result: "FeatureQuery<TestLabel>", query: "throw new NotSupportedException()").Replace(" Define(", " [|Define|](", StringComparison.Ordinal));

    [Fact]
    public Task ValueStoredUnderAReservedColumn_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.LabelDeclaration,
        TestLabel.Source(
            "public bool [|Found|] { get; init; }",
            "from o in orders group o by o.UserId into g select new TestLabel { UserId = g.Key, Found = g.Next(Days(60)).Any() }"));

    [Fact]
    public async Task LabelAsDesigned_IsAllowed()
    {
        var compilation = TestCode.CompileValid(TestCode.Shop("Sources.cs"), TestCode.Shop("ChargedBack60d.cs"), TestCode.Shop("CategoryOutcomes.cs"));
        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
        TestCode.BindLabel(compilation, "Shop.ChargedBack60d").Value.ShouldNotBeNull().Plan.IsLabel.ShouldBeTrue();
        TestCode.BindLabel(compilation, "Shop.CategoryOutcomes").Value.ShouldNotBeNull();
    }
}
