namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>A source with decimals, and views of it.</summary>
internal static class DecimalSource
{
    private const string Declarations =
        """
        using System; using TypedFeatures; using static TypedFeatures.Duration; namespace Test;
        [EventSource("payments")] public sealed record Payment
        {
            [EventId] public long Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            public long UserId { get; init; }
            [Decimal(12, 2)] public decimal Amount { get; init; }
            [Decimal(12, 2)] public decimal? Tip { get; init; }
            [Decimal(9, 4)] public decimal? Fee { get; init; }
            [Decimal(18, 0)] public decimal Points { get; init; }
            [Decimal(18, 4)] public decimal Bonus { get; init; }
            public double Score { get; init; }
            public long Cents { get; init; }
        }

        """;

    /// <summary>A view with one feature.</summary>
    public static string Feature(string property, string value) => Declarations
        + $$"""
        [FeatureView("payers")] public sealed partial record Payer
        {
            [EntityKey] public long UserId { get; init; }
            {{property}} { get; init; }
            static FeatureQuery<Payer> Define(Events<Payment> payments) =>
                from p in payments group p by p.UserId into g select new Payer { UserId = g.Key, Value = {{value}} };
        }
        """;

    /// <summary>The greatest of a value of each row.</summary>
    public static string Row(string property, string value) => Feature(property, $"g.All.Max(p => {value})");

    /// <summary>A service over a view with a decimal, with more properties.</summary>
    public static string Service(string properties) => Feature("[Decimal(12, 2)] public decimal? Value", "g.All.Max(p => p.Amount)")
        + $$"""

        [FeatureService("quotes")] public sealed partial record Quote
        {
            public required Payer Payer { get; init; }
            {{properties}}
        }
        """;
}
