using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2003Tests
{
    private const string Query = "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }";
    private const string Value = "public long Value { get; init; }";

    [Theory]
    [InlineData("sealed partial record TestView", "partial record [|TestView|]")]
    [InlineData("sealed partial record TestView", "sealed record [|TestView|]")]
    [InlineData("sealed partial record TestView", "sealed partial class [|TestView|]")]
    [InlineData("static FeatureQuery<TestView> Define", "FeatureQuery<TestView> [|Define|]")]
    [InlineData("Dimension<Tariff> tariffs)", "Dimension<Tariff> tariffs, int [|days|])")]
    [InlineData("Dimension<Tariff> tariffs)", "Events<Shop> [|tariffs|])")]
    [InlineData("Define(Events<Order> orders, ", "[|Define|](Events<Order> orders, Events<Order> others, ")]
    [InlineData("public long UserId", "public long [|AsOf|]")]
    [InlineData("public long Value", "public long [|Found|]")]
    [InlineData("public long Value", "public long [|Spine|]")]
    [InlineData("public long Value", "public long [|user_id|]")]
    [InlineData("public long Value", "[[|Column(\"a b\")|]] public long Value")]
    [InlineData("public long Value", "internal long [|Hidden|] { get; set; } public long Value")]
    [InlineData("FeatureView(\"test_view\")", "[|FeatureView(\"test view\")|]")]
    [InlineData("FeatureView(\"test_view\")", "[|FeatureView(\"v\", Version = 0)|]")]
    [InlineData("FeatureView(\"test_view\")", "[|FeatureView(\"v\", OnlineTtl = \"400 days\")|]")]
    [InlineData("FeatureView(\"test_view\")", "[|FeatureView(\"v\", Freshness = \"0h\")|]")]
    public async Task DeclarationThatDoesNotFit_IsAnError(string from, string to)
    {
        var source = TestView.Source(Value, Query);
        var at = source.IndexOf(from, TestView.Sources.Length, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var changed = source[..at] + to + source[(at + from.Length)..];
        changed = to.Contains("Spine", StringComparison.Ordinal) ? changed.Replace("Value =", "Spine =", StringComparison.Ordinal)
            : to.Contains("Found", StringComparison.Ordinal) ? changed.Replace("Value =", "Found =", StringComparison.Ordinal)
            : to.Contains("AsOf", StringComparison.Ordinal) ? changed.Replace("UserId =", "AsOf =", StringComparison.Ordinal)
            : to.Contains("user_id", StringComparison.Ordinal) ? changed.Replace("Value =", "user_id =", StringComparison.Ordinal)
            : changed;

        await RuleTest.ReportsAsync(RulesOf.ViewDeclaration, changed);
    }

    [Fact]
    public Task ViewWithoutADefinition_IsAnError() => RuleTest.ReportsAsync(RulesOf.ViewDeclaration, TestView.Sources + """
        [FeatureView("test_view")]
        public sealed partial record [|TestView|]
        {
            [EntityKey] public long UserId { get; init; }
        }
        """);

    [Fact]
    public Task NestedView_IsAnError() => RuleTest.ReportsAsync(RulesOf.ViewDeclaration, TestView.Sources + """
        public static partial class Outer
        {
            [FeatureView("nested")]
            public sealed partial record [|Nested|]
            {
                [EntityKey] public long UserId { get; init; }
                static FeatureQuery<Nested> Define(Events<Order> orders) =>
                    from o in orders group o by o.UserId into g select new Nested { UserId = g.Key };
            }
        }
        """);

    [Fact]
    public Task DefineWithStatements_IsAnError() => RuleTest.ReportsAsync(RulesOf.ViewDeclaration, TestView.Sources + """
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            static FeatureQuery<TestView> [|Define|](Events<Order> orders)
            {
                var gifts = orders.Where(o => o.IsGift);
                return from o in gifts group o by o.UserId into g select new TestView { UserId = g.Key };
            }
        }
        """);

    [Fact]
    public Task DefineWithASingleReturn_IsAllowed() => RuleTest.AllowsAsync(TestView.Sources + """
        [FeatureView("test_view")]
        sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            public string Shown => "user " + UserId;
            static FeatureQuery<TestView> Define(Events<Order> orders)
            {
                return from o in orders group o by o.UserId into g select new TestView { UserId = g.Key };
            }
        }
        """);

    [Fact]
    public async Task GeneratedMembers_MayHaveTheReservedNames()
    {
        var compilation = TestCode.CompileValid(TestView.Source(Value, Query));
        var generated = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(
            "namespace Test; public sealed partial record TestView { public static int View => 1; public sealed record Spine(long UserId); }",
            new Microsoft.CodeAnalysis.CSharp.CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview),
            path: "Test.TestView.View.g.cs");

        (await TestCode.AnalyzeAsync(compilation.AddSyntaxTrees(generated))).ShouldBeEmpty();
    }
}
