using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2002FixTests
{
    private static readonly TF2002Fixes Fixes = new();

    [Fact]
    public Task MatchesOfALeftJoin_AreReadAsRows()
    {
        static string View(string rows) => TestView.Source(
            "public long Value { get; init; }",
            $$"""
            from o in orders
                    join s in shops on o.ShopId equals s.ShopId into found // where it is known
            {{rows}}        group o by o.UserId into g
                    select new TestView { UserId = g.Key, Value = g.All.Count() }
            """);
        return FixTest.FixesAsync(Fixes, "rows", View(""), View("        from s in found.DefaultIfEmpty()\n").Replace("into found // where it is known\n        from s in found.DefaultIfEmpty()", "into found\n        from s in found.DefaultIfEmpty() // where it is known", StringComparison.Ordinal));
    }

    [Fact]
    public Task LineEnds_AreThoseOfTheFile()
    {
        static string View(string rows) => TestView.Source(
            "public long Value { get; init; }",
            "from o in orders\njoin s in shops on o.ShopId equals s.ShopId into found\n" + rows + "group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }")
            .Replace("\n", "\r\n", StringComparison.Ordinal);
        return FixTest.FixesAsync(Fixes, "rows", View(""), View("from s in found.DefaultIfEmpty()\n"));
    }

    [Fact]
    public Task OtherShapes_HaveNoFix() => FixTest.OffersAsync(
        Fixes,
        TestView.Source(
            "public long Value { get; init; }",
            "orders.Where(o => { var isGift = o.IsGift; return isGift; }).GroupBy(o => o.UserId).Select(g => new TestView { UserId = g.Key, Value = g.All.Count() })"));
}
