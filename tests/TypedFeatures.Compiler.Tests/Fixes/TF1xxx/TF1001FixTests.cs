using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.TF1xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1001FixTests
{
    private static readonly TF1001Fixes Fixes = new();

    [Theory]
    [InlineData("double?", "o.Price / o.Amount", "Numeric.Ratio(o.Price, o.Amount)")]
    [InlineData("double?", "(o.Price + 1) / (o.Amount ?? 1)", "Numeric.Ratio(o.Price + 1, o.Amount ?? 1)")]
    [InlineData("double?", "Math.Round(o.Price / o.Quantity)", "Math.Round(Numeric.Ratio(o.Price, o.Quantity) ?? 0)")]
    [InlineData("double?", "/* why */ o.Price / o.Amount /* so */", "/* why */ Numeric.Ratio(o.Price, o.Amount) /* so */")]
    public Task Quotient_IsNullOrZeroWhereTheDivisorIsZero(string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "ratio", TestView.Row(type, value), TestView.Row(type, fixedValue));

    [Theory]
    [InlineData("double?", "o.Price / o.Amount", "o.Amount != 0 ? o.Price / o.Amount : null")]
    [InlineData("int?", "o.Quantity / o.Quantity", "o.Quantity != 0 ? o.Quantity / o.Quantity : 0")]
    [InlineData("int?", "o.Quantity % o.Discount", "o.Discount != 0 ? o.Quantity % o.Discount : null")]
    [InlineData("double?", "1 + o.Price / (o.Amount ?? 1)", "1 + ((o.Amount ?? 1) != 0 ? o.Price / (o.Amount ?? 1) : 0)")]
    [InlineData("double?", "o.Delay / o.Delay", "o.Delay != TimeSpan.Zero ? o.Delay / o.Delay : 0")]
    public Task Division_IsDoneWhereTheDivisorIsNotZero(string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "guard", TestView.Row(type, value), TestView.Row(type, fixedValue));

    [Fact]
    public Task Feature_ThatCannotBeNull_IsZeroWhereTheDivisorIsZero() => FixTest.FixesAsync(
        Fixes,
        "ratio",
        TestView.Feature("double", "g.All.Sum(o => o.Price) / g.All.Count()"),
        TestView.Feature("double", "Numeric.Ratio(g.All.Sum(o => o.Price), g.All.Count()) ?? 0"));

    [Fact]
    public Task Integers_AreCutOff_SoTheirRatioIsNotOffered() => FixTest.OffersAsync(Fixes, TestView.Row("int?", "o.Quantity / o.Discount"), "guard");

    [Fact]
    public Task FluentSyntax_IsMendedAlike()
    {
        static string View(string value) => TestView.Source(
            "public double? Value { get; init; }",
            $$"""orders.GroupBy(o => o.UserId).Select(g => new TestView { UserId = g.Key, Value = g.All.Average(o => {{value}}) })""");
        return FixTest.FixesAsync(Fixes, "ratio", View("o.Price / o.Units"), View("Numeric.Ratio(o.Price, o.Units)"));
    }

    [Fact]
    public async Task OneOfSeveral_IsMendedAlone_AndAllAtOnce()
    {
        static string View(string first, string second) => TestView.Source(
            "public double? First { get; init; } public double? Second { get; init; }",
            $$"""
            from o in orders group o by o.UserId into g select new TestView
                    {
                        UserId = g.Key,
                        First = {{first}}, // the first
                        Second = {{second}},
                    }
            """);
        const string first = "g.All.Sum(o => o.Price / o.Amount)";
        const string second = "g.All.Sum(o => o.Price) / g.All.Count()";
        const string firstFixed = "g.All.Sum(o => Numeric.Ratio(o.Price, o.Amount))";
        const string secondFixed = "Numeric.Ratio(g.All.Sum(o => o.Price), g.All.Count())";

        await FixTest.FixesOneAsync(Fixes, "ratio", View(first, second), 0, View(firstFixed, second), count: 2);
        await FixTest.FixesOneAsync(Fixes, "ratio", View(first, second), 1, View(first, secondFixed), count: 2);
        await FixTest.FixesAllAsync(Fixes, "ratio", FixAllScope.Document, (View(first, second), View(firstFixed, secondFixed)));
    }

    [Fact]
    public async Task Scopes_AreDocumentProjectAndSolution()
    {
        static string Other(string space, string value) => TestView.Row("double?", value).Replace("namespace Test;", $"namespace {space};", StringComparison.Ordinal);
        const string bad = "o.Price / o.Amount";
        const string good = "Numeric.Ratio(o.Price, o.Amount)";
        string[][] projects = [[Other("A", bad), Other("B", bad)], [Other("C", bad)]];

        using var opened = FixProject.Of(Fixes, projects);

        await FixTest.FixesAllAsync(opened, "ratio", FixAllScope.Document, [Other("A", good), Other("B", bad), Other("C", bad)]);
        await FixTest.FixesAllAsync(opened, "ratio", FixAllScope.Project, [Other("A", good), Other("B", good), Other("C", bad)]);
        await FixTest.FixesAllAsync(opened, "ratio", FixAllScope.Solution, [Other("A", good), Other("B", good), Other("C", good)]);
    }
}
