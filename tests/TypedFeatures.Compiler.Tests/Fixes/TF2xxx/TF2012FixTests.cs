using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2012FixTests
{
    private static readonly TF2012Fixes Fixes = new();

    [Theory]
    [InlineData("g.All.Mode(o => o.Category)!", "g.All.Mode(o => o.Category) ?? \"\"")]
    [InlineData("(g.All.Any() ? g.All.Latest(o => o.Email)! : \"none\")", "(g.All.Any() ? g.All.Latest(o => o.Email)! : \"none\") ?? \"\"")]
    [InlineData("g.All.Mode(o => o.Category)! /* why */", "g.All.Mode(o => o.Category) ?? \"\" /* why */")]
    public Task Value_HasADefault(string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "default", TestView.Feature("required string", value), TestView.Feature("required string", fixedValue));

    [Fact]
    public Task Property_MayBeNull() => FixTest.FixesAsync(
        Fixes, "nullable", TestView.Feature("required string", "g.All.Mode(o => o.Category)!"), TestView.Feature("required string?", "g.All.Mode(o => o.Category)!"));

    [Fact]
    public Task OnDemandFeature_HasADefaultInItsGetter()
    {
        static string Service(string feature) => TestService.Source($"public required NamedOrders User {{ get; init; }} [Request] public string? Note {{ get; init; }} {feature}");
        return FixTest.FixesAsync(Fixes, "default", Service("public string Text => Note!;"), Service("public string Text => Note ?? \"\";"));
    }
}
