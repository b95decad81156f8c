using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2090FixTests
{
    private static readonly TF2090Fixes Fixes = new();

    private static string Source(string column) => $$"""
        using System;
        using TypedFeatures;
        namespace Test;
        [EventSource("payments")]
        public sealed record Payment
        {
            [EventId] public long Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            {{column}}
        }
        """;

    [Theory]
    [InlineData("digits", "public decimal Amount { get; init; }", "[Decimal(18, 2)] public decimal Amount { get; init; }")]
    [InlineData("digits", "[Decimal(28, 10)] public decimal Exact { get; init; }", "[Decimal(18, 10)] public decimal Exact { get; init; }")]
    [InlineData("digits", "[Decimal(2, 5)] public decimal? Share { get; init; }", "[Decimal(5, 5)] public decimal? Share { get; init; }")]
    [InlineData("remove", "[Decimal(9, 2)] public double Price { get; init; }", "public double Price { get; init; }")]
    [InlineData("remove", "[Decimal(9, 2)]\n    [Pii] public double? Price { get; init; } // of one", "[Pii] public double? Price { get; init; } // of one")]
    public Task Decimal_HasDigitsThatThereAre(string key, string column, string fixedColumn) => FixTest.FixesAsync(Fixes, key, Source(column), Source(fixedColumn));
}
