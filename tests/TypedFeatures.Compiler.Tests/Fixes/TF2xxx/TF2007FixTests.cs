using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2007FixTests
{
    private static readonly TF2007Fixes Fixes = new();

    private static string View(string key, string assignments, string by = "o.UserId") => TestView.Sources + $$"""
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            {{key}}
            public long Value { get; init; }
            static FeatureQuery<TestView> Define(Events<Order> orders) =>
                from o in orders group o by {{by}} into g select new TestView
                {
                    {{assignments}}
                };
        }
        """;

    [Theory]
    [InlineData("o.UserId", "UserId = g.Key,\n            Value = g.All.Count(),")]
    [InlineData("new { o.UserId, o.ShopId }", "UserId = g.Key.UserId,\n            ShopId = g.Key.ShopId,\n            Value = g.All.Count(),")]
    public Task KeyThatIsNotAssigned_IsAssignedTheGroups(string by, string assignments)
    {
        var keys = by == "o.UserId"
            ? "[EntityKey] public long UserId { get; init; }"
            : "[EntityKey] public long UserId { get; init; }\n    [EntityKey] public long ShopId { get; init; }";
        var line = assignments[..(assignments.IndexOf('\n', StringComparison.Ordinal) + 1)];
        return FixTest.FixesAsync(Fixes, "assign", View(keys, assignments[line.Length..].TrimStart(), by), View(keys, assignments, by));
    }

    [Fact]
    public async Task PropertyThatIsAssignedTheKey_IsMarked()
    {
        // The group's key without a property is the same mistake said once more, at the query.
        const string assignments = "UserId = g.Key,\n            Value = g.All.Count(),";
        await FixTest.FixesOneAsync(
            Fixes, "mark:UserId", View("public long UserId { get; init; }", assignments), 0, View("[EntityKey] public long UserId { get; init; }", assignments), count: 2);
    }

    [Fact]
    public Task PartsOfTheKey_AreDeclaredAndAssigned() => FixTest.FixesAsync(
        Fixes,
        "declare",
        View("[EntityKey] public long UserId { get; init; } // whose", "UserId = g.Key.UserId,\n            Value = g.All.Count(),", "new { o.UserId, o.ShopId, o.Region }"),
        View(
            "[EntityKey] public long UserId { get; init; } // whose\n    [EntityKey] public long ShopId { get; init; }\n    [EntityKey] public string Region { get; init; } = \"\";",
            "ShopId = g.Key.ShopId,\n            Region = g.Key.Region,\n            UserId = g.Key.UserId,\n            Value = g.All.Count(),",
            "new { o.UserId, o.ShopId, o.Region }"));

    [Fact]
    public Task KeyWithoutAnAccessor_GetsOne()
    {
        const string assignments = "UserId = g.Key,\n            ShopId = g.Key,\n            Value = g.All.Count(),";
        return FixTest.OffersAsync(Fixes, View("[EntityKey] public long UserId { get; init; } [EntityKey] public long ShopId { get; }", assignments.Replace("            ShopId = g.Key,\n", "", StringComparison.Ordinal)), "init");
    }
}
