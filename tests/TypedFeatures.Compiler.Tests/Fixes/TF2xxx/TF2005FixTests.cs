using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2005FixTests
{
    private static readonly TF2005Fixes Fixes = new();

    private static string Source(string column, string attribute = "") => $$"""
        using System;
        using TypedFeatures;
        namespace Test;
        {{attribute}}[Flags]
        public enum Options { None = 0, Gift = 1, Rush = 2 }
        [EventSource("clicks")]
        public sealed record Click
        {
            [EventId] public long Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            {{column}}
        }
        """;

    [Theory]
    [InlineData("public uint Count { get; init; }", "public long Count { get; init; }")]
    [InlineData("public byte? Count { get; init; } // how many", "public int? Count { get; init; } // how many")]
    [InlineData("public DateTimeOffset Sent { get; init; }", "public DateTime Sent { get; init; }")]
    [InlineData("public Half Share { get; init; }", "public float Share { get; init; }")]
    public Task Property_IsOfTheStoredTypeThatHoldsItsValues(string column, string stored) => FixTest.FixesAsync(Fixes, "type", Source(column), Source(stored));

    [Fact]
    public Task Flags_AreStoredAsNumbers() => FixTest.FixesAsync(
        Fixes, "numbers", Source("public Options Options { get; init; }"), Source("public Options Options { get; init; }", "[StoredAs(EnumStorage.Number)]\n"));

    [Fact]
    public Task LineEnds_AreThoseOfTheFile() => FixTest.FixesAsync(
        Fixes,
        "numbers",
        Source("public Options Options { get; init; }").Replace("\n", "\r\n", StringComparison.Ordinal),
        Source("public Options Options { get; init; }", "[StoredAs(EnumStorage.Number)]\n").Replace("\n", "\r\n", StringComparison.Ordinal));

    [Fact]
    public Task TypeThatNothingHolds_HasNoFix() => FixTest.OffersAsync(Fixes, Source("public ulong Count { get; init; }"));
}
