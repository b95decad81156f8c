using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2091Tests
{
    [Theory]
    [InlineData("[|p.Amount * 2|]")]
    [InlineData("[|p.Amount / 2m|]")]
    [InlineData("[|p.Amount % 2|]")]
    [InlineData("[|p.Amount * p.Tip|]")]
    [InlineData("[|Math.Abs(p.Amount)|]")]
    [InlineData("[|Math.Round(p.Amount, 1)|]")]
    [InlineData("[|Math.Max(p.Amount, 0)|]")]
    [InlineData("[|decimal.Truncate(p.Amount)|]")]
    [InlineData("[|(decimal)p.Score|]")]
    public Task OtherArithmetic_WantsACast(string value) =>
        RuleTest.ReportsAsync(RulesOf.DecimalOperation, DecimalSource.Row("[Decimal(18, 4)] public decimal? Value", value));

    [Theory]
    [InlineData("[|p.Amount.ToString()|]")]
    [InlineData("$\"{[|p.Amount|]}\"")]
    public Task Text_WantsACast(string value) => RuleTest.ReportsAsync(RulesOf.DecimalOperation, DecimalSource.Row("public string? Value", value));

    [Theory]
    [InlineData("double?", "(double)p.Amount * 1.19")]
    [InlineData("double?", "Math.Round((double)p.Amount)")]
    [InlineData("long?", "(long)p.Amount")]
    [InlineData("int?", "(int)p.Points")]
    public async Task Cast_Computes(string type, string value) =>
        (await TestCode.AnalyzeAsync(TestCode.CompileValid(DecimalSource.Row($"public {type} Value", value)))).ShouldBeEmpty();
}
