using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Tests.Binding;

public sealed class LabelBindingTests
{
    [Fact]
    public void Next_IsAWindowOfItsLength()
    {
        var plan = Bind(TestLabel.Value("bool", "g.Next(Days(60)).Where(o => o.Units > 1).Any(o => o.IsGift)"));

        plan.IsLabel.ShouldBeTrue();
        plan.Name.ShouldBe("test_label");
        plan.Features.Single().Value.ShouldBeOfType<Aggregate>().Window.ShouldBe(new WindowBounds(60L * 86_400_000_000));
        OnlinePlan.From(plan).Retention.ShouldBe(60L * 86_400_000_000);
    }

    [Theory]
    [InlineData("g.Next(Days(60)).Any(o => o.Units > 1)", "g.Next(TimeSpan.FromHours(1440)).Where(x => 1 < x.Units).Any()")]
    [InlineData("!g.Next(Days(60)).All(o => o.IsGift)", "g.Next(Days(60)).Any(p => !p.IsGift)")]
    public void DefinitionsThatMeanTheSame_HashTheSame(string left, string right) =>
        ContractHash.Of(Bind(TestLabel.Value("bool", left))).ShouldBe(ContractHash.Of(Bind(TestLabel.Value("bool", right))));

    [Fact]
    public void Hash_TellsHorizons_AndLabelsFromViews()
    {
        var label = Bind(TestLabel.Value("bool", "g.Next(Days(60)).Any()"));

        ContractHash.Of(Bind(TestLabel.Value("bool", "g.Next(Days(61)).Any()"))).ShouldNotBe(ContractHash.Of(label));
        ContractHash.Of(label with { IsLabel = false }).ShouldNotBe(ContractHash.Of(label));
    }

    [Fact]
    public void AggregatesThatMayFail_AreCheckedAsInFeatures()
    {
        var bound = TestCode.BindLabel(
            TestCode.CompileValid(TestLabel.Value("long", "g.Key > 1 ? g.Next(Days(1)).Sum(o => checked(o.Units * 2)) : g.Next(Days(1)).Count()")), TestLabel.TypeName);

        bound.Value.ShouldBeNull();
        bound.Diagnostics.Single().Id.ShouldBe("TF2010");
    }

    [Theory]
    [InlineData("g.Next(Days(g.Key)).Any()")]
    [InlineData("g.Next(TimeSpan.FromTicks(5)).Any()")]
    [InlineData("g.Next(-Days(5)).Any()")]
    public void LengthThatIsNoPositiveConstant_IsRefused(string value) =>
        TestCode.BindLabel(TestCode.CompileValid(TestLabel.Value("bool", value)), TestLabel.TypeName).Diagnostics.Single().Id.ShouldBe("TF2006");

    private static ViewPlan Bind(string source)
    {
        var bound = TestCode.BindLabel(TestCode.CompileValid(source), TestLabel.TypeName);
        bound.Diagnostics.ShouldBeEmpty();
        return bound.Value.ShouldNotBeNull().Plan;
    }
}
