namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>Writes small views over a source with every kind of column that must not become a feature.</summary>
internal static class LeakSource
{
    /// <summary>Sources, and a label beside them.</summary>
    public const string Sources = """
        using System;
        using System.Diagnostics.CodeAnalysis;
        using System.IO;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Test;

        [EventSource("payments")]
        public sealed record Payment
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            [IngestTime] public DateTime SeenAt { get; init; }
            public long UserId { get; init; }
            public long ShopId { get; init; }
            public double Amount { get; init; }
            public double? Fee { get; init; }
            public string Category { get; init; } = "";
            public bool IsFraud { get; init; }
            [KnownAfterOutcome] public bool ChargedBack { get; init; }
            [KnownAfterOutcome(MaturesAfter = "60d")] public bool Returned { get; init; }
            public bool IsLost => ChargedBack;
        }

        [Label("lost")]
        public sealed partial record Lost
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            static LabelQuery<Lost> Define(Outcomes<Payment> payments) =>
                from p in payments group p by p.UserId into g select new Lost { UserId = g.Key, Value = g.Next(Days(60)).Any(p => p.ChargedBack) };
            public static bool Happened(long user) { return user > 0; }
        }

        public static class Help
        {
            public static readonly DateTime Start = new(2020, 1, 1);
            public static bool IsBad(Payment p) => p.Amount > 10 && p.ChargedBack;
        }

        """;

    /// <summary>A view with one feature over the history <c>g</c> of a user's payments.</summary>
    public static string Feature(string type, string value, string clauses = "", string members = "", string parameters = "", string group = "p") => Sources + $$"""
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            public {{type}} Value { get; init; }
            {{members}}
            static FeatureQuery<TestView> Define(Events<Payment> payments{{parameters}}) =>
                from p in payments {{clauses}} group {{group}} by p.UserId into g
                select new TestView { UserId = g.Key, Value = {{value}} };
        }
        """;

    /// <summary>A view that counts the payments <c>p</c> for which a condition holds.</summary>
    public static string Condition(string condition, string members = "") => Feature("long", $"g.All.Count(p => {condition})", members: members);
}
