using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1030Tests
{
    [Theory]
    [InlineData("long", "[|g.Key|]", "entity key 'UserId'")]
    [InlineData("double", "[|(double)g.Key|]", "entity key 'UserId'")]
    [InlineData("int?", "[|Encode.Hash(g.Key, 100)|]", "entity key 'UserId'")]
    [InlineData("long?", "[|g.All.Latest(p => p.UserId)|]", "entity key 'UserId'")]
    [InlineData("string?", "[|g.All.Latest(p => p.Id)|]", "event id 'Id'")]
    [InlineData("string", "[|g.All.Max(p => p.Id) ?? \"\"|]", "event id 'Id'")]
    public async Task Identity_IsAWarning_AndThePlanStands(string type, string value, string identity)
    {
        var text = LeakSource.Feature(type, value);
        (await RuleTest.ReportsAsync(RulesOf.IdentityAsFeature, text)).GetMessage().ShouldContain(identity);
        TestCode.BindView(TestCode.CompileValid(RuleTest.Unmark(text).Text), TestView.TypeName).Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("long", "g.All.CountDistinct(p => p.Id)")]
    [InlineData("long", "g.All.Count(p => p.UserId > 1000)")]
    [InlineData("bool", "g.Key > 1000")]
    [InlineData("long?", "g.All.Latest(p => p.ShopId)")]
    public Task WhatIsNotIdentity_IsAllowed(string type, string value) => RuleTest.AllowsAsync(LeakSource.Feature(type, value));

    [Fact]
    public Task KeyAsAnOnDemandFeature_IsAWarning() => RuleTest.ReportsAsync(RulesOf.IdentityAsFeature, LeakSource.Condition("p.Amount > 3") + """

        [FeatureService("checkout")]
        public sealed partial record Checkout
        {
            public required TestView User { get; init; }
            public long [|Who|] => User.UserId;
        }
        """);
}
