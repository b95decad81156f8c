using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2040FixTests
{
    private static readonly TF2040Fixes Fixes = new();

    private static string Source(string column) => $$"""
        using System;
        using TypedFeatures;
        namespace Test;
        [EventSource("clicks")]
        public sealed record Click
        {
            [EventId] public long Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            {{column}}
        }
        """;

    [Theory]
    [InlineData("length", "public float[]? Embedding { get; init; }", "[Vector(128)] public float[]? Embedding { get; init; }")]
    [InlineData("length", "// of the page\n    public required float[] Embedding { get; init; }", "// of the page\n    [Vector(128)] public required float[] Embedding { get; init; }")]
    [InlineData("float", "[Vector(3)] public double[]? Position { get; init; }", "[Vector(3)] public float[]? Position { get; init; }")]
    public Task Vector_IsAFloatArrayOfALength(string key, string column, string fixedColumn) => FixTest.FixesAsync(Fixes, key, Source(column), Source(fixedColumn));

    [Fact]
    public Task LengthThatCannotBe_HasNoFix() => FixTest.OffersAsync(Fixes, Source("[Vector(0)] public float[]? Embedding { get; init; }"));
}
