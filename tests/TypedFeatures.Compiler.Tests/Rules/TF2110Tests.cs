using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2110Tests
{
    [Theory]
    [InlineData("Encode.Hash(o.Category, [|0|])")]
    [InlineData("Encode.Hash(o.Category, [|o.Quantity|])")]
    [InlineData("Encode.Hash(o.Units, [|-1|])")]
    public Task BucketsThatAreNotFixed_AreAnError(string value) => RuleTest.ReportsAsync(RulesOf.EncodingArguments, TestView.Row("int?", value));

    [Theory]
    [InlineData("new[] { \"web\", \"app\", \"web\" }")]
    [InlineData("new string[0]")]
    [InlineData("new[] { \"web\", g.All.Latest(o => o.Region) ?? \"\" }")]
    public Task CategoriesThatAreNotFixed_AreAnError(string categories) =>
        RuleTest.ReportsAsync(RulesOf.EncodingArguments, OneHot($"Encode.OneHot(g.All.Latest(o => o.Category), [|{categories}|])"));

    [Fact]
    public Task EnumStoredAsNumbers_HasNoMembersToBeCategories() =>
        RuleTest.ReportsAsync(RulesOf.EncodingArguments, OneHot("Encode.OneHot([|Channels.Web|])", "[Flags, StoredAs(EnumStorage.Number)] public enum Channels { Web = 1, App = 2 }"));

    [Theory]
    [InlineData("Encode.OneHot(g.All.Latest(o => o.Category), \"web\", \"app\", \"shop\")")]
    [InlineData("Encode.OneHot(g.All.Latest(o => o.Category), Names)")]
    [InlineData("Encode.OneHot(g.All.Latest(o => o.Quantity), 1, 2, 3)")]
    [InlineData("Encode.OneHot(g.Key, 1, 2, 3)")]
    [InlineData("Encode.OneHot(g.All.Latest(o => o.Status))")]
    public Task FixedCategories_AreAllowed(string value) =>
        RuleTest.AllowsAsync(OneHot(value, "private static readonly string[] Names = [\"web\", \"app\", \"shop\"];"));

    [Theory]
    [InlineData("Encode.Hash(o.Category, 1024)")]
    [InlineData("Encode.Hash(o.Email, Buckets)")]
    [InlineData("Encode.Hash(o.Quantity, 7)")]
    [InlineData("Encode.Hash(o.Points, 7) ?? -1")]
    [InlineData("Encode.Hash(o.Token, 7)")]
    public Task FixedBuckets_AreAllowed(string value) => RuleTest.AllowsAsync(TestView.Source(
        "public int? Value { get; init; }",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Latest(o => {{value}}) }""",
        "private const int Buckets = 64;"));

    /// <summary>A vector that is made of rows has no column to be aggregated from.</summary>
    [Fact]
    public Task OneHotOfARow_IsTakenAsItIs() =>
        RuleTest.ReportsAsync(RulesOf.CompositeUse, OneHot("[|g.All.Sum(o => Encode.OneHot(o.Category, \"web\", \"app\", \"shop\"))|]"));

    private static string OneHot(string value, string members = "") => TestView.Source(
        "[Vector(3)] public float[] Value { get; init; } = [0, 0, 0];",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = {{value}} }""",
        members);
}
