namespace TypedFeatures.Compiler.Tests;

/// <summary>Writes small labels around the one thing a test is about.</summary>
internal static class TestLabel
{
    public const string TypeName = "Test.TestLabel";

    /// <summary>A label with the given members, parameters and query.</summary>
    public static string Source(
        string values = "public bool Value { get; init; }",
        string query = "from o in orders group o by o.UserId into g select new TestLabel { UserId = g.Key, Value = g.Next(Days(60)).Any() }",
        string parameters = "Outcomes<Order> orders",
        string declaration = "public sealed partial record TestLabel",
        string attribute = "[Label(\"test_label\")]",
        string result = "LabelQuery<TestLabel>") => TestView.Sources + $$"""
        {{attribute}}
        {{declaration}}
        {
            [EntityKey] public long UserId { get; init; }
            {{values}}
            static {{result}} Define({{parameters}}) =>
                {{query}};
        }
        """;

    /// <summary>A label with one value computed from <c>g</c>, an entity's future of orders.</summary>
    public static string Value(string type, string value) => Source(
        $"public {type} Value {{ get; init; }}",
        $$"""from o in orders group o by o.UserId into g select new TestLabel { UserId = g.Key, Value = {{value}} }""");
}
