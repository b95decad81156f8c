using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1011Tests
{
    [Theory]
    [InlineData("[|Random.Shared|].NextDouble() < p.Amount")]
    [InlineData("[|new Random(7)|].Next() > 3")]
    [InlineData("[|Guid.NewGuid()|] == Guid.Empty")]
    [InlineData("[|Guid.CreateVersion7()|] == Guid.Empty")]
    [InlineData("[|System.Security.Cryptography.RandomNumberGenerator.GetInt32(5)|] > 2")]
    public Task Chance_IsAnError(string condition) => RuleTest.ReportsAsync(RulesOf.Chance, LeakSource.Condition(condition));

    [Theory]
    [InlineData("Encode.Hash(p.Id, 10) < 3")]
    [InlineData("p.Id == \"a\"")]
    public Task WhatIsDerivedFromTheRow_IsAllowed(string condition) => RuleTest.AllowsAsync(LeakSource.Condition(condition));
}
