using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1014Tests
{
    [Theory]
    [InlineData("[|p.Category.GetHashCode()|] > 3")]
    [InlineData("[|p.Amount.GetHashCode()|] > 3")]
    [InlineData("[|HashCode.Combine(p.UserId, p.ShopId)|] > 3")]
    [InlineData("[|System.Globalization.CultureInfo.CurrentCulture|].Name == p.Category")]
    [InlineData("[|System.Globalization.RegionInfo.CurrentRegion|].Name == p.Category")]
    [InlineData("[|System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(p)|] > 3")]
    public Task WhatDependsOnTheProcess_IsAnError(string condition) => RuleTest.ReportsAsync(RulesOf.ProcessDependent, LeakSource.Condition(condition));

    [Theory]
    [InlineData("Encode.Hash(p.Category, 100) > 3")]
    [InlineData("Encode.Hash(p.UserId, 100) > 3")]
    public Task HashThatIsTheSameEverywhere_IsAllowed(string condition) => RuleTest.AllowsAsync(LeakSource.Condition(condition));
}
