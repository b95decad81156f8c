using TypedFeatures.CodeFixes.TF1xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1003FixTests
{
    private static readonly TF1003Fixes Fixes = new();

    [Theory]
    [InlineData("double?", "x.s.Rate", "x.s?.Rate")]
    [InlineData("double?", "x.o.Price * x.s!.Rate", "x.o.Price * x.s?.Rate")]
    [InlineData("int?", "x.s.Country.Length", "x.s?.Country.Length")]
    [InlineData("int?", "x.s.Country.IndexOf(\"a\", StringComparison.Ordinal)", "x.s?.Country.IndexOf(\"a\", StringComparison.Ordinal)")]
    public Task Row_IsReadWhereItIsThere(string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "conditional", TestView.LeftJoined(type, value), TestView.LeftJoined(type, fixedValue));

    [Theory]
    [InlineData("double?", "x.s.Rate", "x.s != null ? x.s.Rate : 0")]
    [InlineData("double?", "x.o.Price * x.s.Rate", "x.o.Price * (x.s != null ? x.s.Rate : 0)")]
    [InlineData("string?", "x.s.City", "x.s != null ? x.s.City : null")]
    [InlineData("string?", "x.s.Country", "x.s != null ? x.s.Country : \"\"")]
    public Task Row_IsTestedFirst(string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "test", TestView.LeftJoined(type, value), TestView.LeftJoined(type, fixedValue));

    [Fact]
    public Task Value_ThatCannotBeNull_IsTestedOnly() => FixTest.OffersAsync(Fixes, TestView.LeftJoined("double?", "Math.Round(x.s.Rate)"), "test");

    [Fact]
    public Task Filter_AsksForTheRow()
    {
        static string View(string condition) => TestView.Source(
            "public long Value { get; init; }",
            $$"""
            from o in orders
                    join s in shops on o.ShopId equals s.ShopId into found
                    from s in found.DefaultIfEmpty()
                    where {{condition}}
                    group o by o.UserId into g
                    select new TestView { UserId = g.Key, Value = g.All.Count() }
            """);
        return FixTest.FixesAsync(Fixes, "conditional", View("s.Rate > 1"), View("s?.Rate > 1"));
    }
}
