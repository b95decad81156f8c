using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2093Tests
{
    [Theory]
    [InlineData("[|p.Points + p.Bonus|]")]
    [InlineData("[|p.Amount + p.Cents|]")]
    [InlineData("[|p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus|]")]
    [InlineData("[|-(decimal)p.Cents|]")]
    [InlineData("[|12345678901234567890m|]")]
    [InlineData("[|0.0000000000000000001m|]")]
    public Task WhatMayHaveTooManyDigits_IsAnError(string value) =>
        RuleTest.ReportsAsync(RulesOf.DecimalRange, DecimalSource.Row("[Decimal(18, 4)] public decimal? Value", value));

    [Theory]
    [InlineData("p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus + p.Bonus")]
    [InlineData("p.Amount + p.Fee")]
    [InlineData("p.Amount + (int)p.Cents", true)]
    public async Task WhatFits_IsNone(string value, bool isChecked = false) =>
        (await TestCode.AnalyzeAsync(TestCode.CompileValid(DecimalSource.Row("[Decimal(18, 4)] public decimal? Value", isChecked ? $"checked({value})" : value)))).ShouldBeEmpty();

    [Fact]
    public Task OnDemandFeatureOfFewerDigits_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.DecimalRange, DecimalSource.Service("[Decimal(12, 2)] public decimal? [|Twice|] => Payer.Value + Payer.Value;"));
}
