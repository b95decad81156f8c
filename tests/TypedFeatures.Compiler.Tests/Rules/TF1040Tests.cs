using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1040Tests
{
    [Theory]
    [InlineData("#pragma warning disable [|TF1020|]\n")]
    [InlineData("#pragma warning disable CS0168, [|TF1020|] //\n")]
    [InlineData("[assembly: [|SuppressMessage(\"TypedFeatures.Leakage\", \"TF1022:Ingest time used as a value\")|]]\n")]
    [InlineData("[assembly: [|SuppressMessage(\"TypedFeatures.Leakage\", \"TF1022\", Justification = \"  \")|]]\n")]
    public Task SuppressionWithoutAReason_IsAWarning(string suppression) => RuleTest.ReportsAsync(RulesOf.UnjustifiedSuppression, Text(suppression));

    [Theory]
    [InlineData("#pragma warning disable TF1020 // the chargeback arrives with the row here\n")]
    [InlineData("#pragma warning disable CS0168\n")]
    [InlineData("#pragma warning disable\n")]
    [InlineData("#pragma warning restore TF1020\n")]
    [InlineData("[assembly: SuppressMessage(\"TypedFeatures.Leakage\", \"TF1022\", Justification = \"latency is what this feature is about\")]\n")]
    [InlineData("[assembly: SuppressMessage(\"Style\", \"CA1000\")]\n")]
    public Task ReasonsAndOtherRules_AreAllowed(string suppression) => RuleTest.AllowsAsync(Text(suppression));

    private static string Text(string suppression)
    {
        var text = LeakSource.Condition("p.Amount > 3");
        return suppression.StartsWith('#') ? suppression + text : text.Replace("namespace Test;", suppression + "namespace Test;", StringComparison.Ordinal);
    }
}
