using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2013Tests
{
    [Theory]
    [InlineData("double?", "[|o.Amount.Value|]")]
    [InlineData("double?", "[|(double)o.Amount|]")]
    [InlineData("int?", "[|o.Email|]!.Length")]
    [InlineData("bool?", "[|o.Email|]!.Contains(\"@\", StringComparison.Ordinal)")]
    [InlineData("bool?", "o.Category.Contains([|o.Email|]!, StringComparison.Ordinal)")]
    [InlineData("double?", "o.Amount == null ? [|o.Amount.Value|] : 1")]
    [InlineData("double?", "o.Points != null ? [|o.Amount.Value|] : 1")]
    [InlineData("double?", "[|(o.PlacedAt - o.ShippedAt).Value|].TotalDays")]
    public Task ValueOfSomethingThatMayBeNull_IsAnError(string type, string value) =>
        RuleTest.ReportsAsync(RulesOf.UnprovenValue, TestView.Row(type, value));

    [Theory]
    [InlineData("double?", "o.Amount != null ? o.Amount.Value : 1")]
    [InlineData("double?", "o.Amount.HasValue ? (double)o.Amount : 1")]
    [InlineData("double?", "o.Amount is { } amount ? amount : 1")]
    [InlineData("double?", "o.Amount is double amount ? amount : 1")]
    [InlineData("double?", "o.Amount > 3 ? o.Amount.Value : 1")]
    [InlineData("int?", "o.Email != null ? o.Email.Length : 0")]
    [InlineData("int?", "o.Email == null ? 0 : o.Email.Length")]
    [InlineData("bool?", "o.Email is not null && o.Email.Contains(\"@\", StringComparison.Ordinal)")]
    [InlineData("int?", "o.Email?.Length")]
    [InlineData("int?", "(o.Email ?? \"\").Length")]
    [InlineData("double?", "o.ShippedAt != null ? (o.ShippedAt - o.PlacedAt).Value.TotalDays : 0")]
    [InlineData("double?", "(o.ShippedAt - o.PlacedAt)?.TotalDays")]
    public Task ValueProvenNotNull_IsAllowed(string type, string value) => RuleTest.AllowsAsync(TestView.Row(type, value));
}
