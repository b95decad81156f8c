using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1012Tests
{
    [Theory]
    [InlineData("[|File.Exists(\"rates.csv\")|]")]
    [InlineData("[|File.ReadAllText(\"a\")|] == p.Category")]
    [InlineData("[|Environment.MachineName|] == p.Category")]
    [InlineData("[|Environment.GetEnvironmentVariable(\"LIMIT\")|] == p.Category")]
    [InlineData("[|Console.ReadLine()|] == p.Category")]
    [InlineData("[|Path.GetTempPath()|] == p.Category")]
    [InlineData("[|System.Net.Dns.GetHostName()|] == p.Category")]
    [InlineData("[|AppContext.BaseDirectory|] == p.Category")]
    [InlineData("[|System.Threading.Thread.CurrentThread|].IsBackground")]
    public Task WhatIsOutsideOfTheSources_IsAnError(string condition) => RuleTest.ReportsAsync(RulesOf.Outside, LeakSource.Condition(condition));

    [Theory]
    [InlineData("p.Category == \"rates.csv\"")]
    [InlineData("p.Amount > 3")]
    public Task ColumnsAndConstants_AreAllowed(string condition) => RuleTest.AllowsAsync(LeakSource.Condition(condition));
}
