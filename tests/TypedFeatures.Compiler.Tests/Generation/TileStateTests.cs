namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>What states of tiled windows keep.</summary>
public sealed class TileStateTests
{
    private const long Hour = 3_600_000_000;
    private const long Start = 1_700_000_000 / 3600 * Hour;

    private static readonly LoadedView Tiled = LoadedView.Of(TestView.TypeName, TestView.Feature("long", "g.Last(Hours(5), tile: Hours(1)).Count(o => o.IsGift)"));

    [Fact]
    public void RowsOfOneTile_TakeNoMoreSpaceThanOne()
    {
        var one = Tiled.State(Start, Row(Start - 1));
        var many = Tiled.State(Start, [.. Enumerable.Range(1, 100).Select(i => Row(Start - i))]);

        many.Length.ShouldBe(one.Length);
        Tiled.State(Start, Row(Start - 1), Row(Start - Hour - 1)).Length.ShouldBeGreaterThan(one.Length);
    }

    [Fact]
    public void TilesOlderThanTheLookback_AreNotKept()
    {
        var nothing = Tiled.State(Start);

        Tiled.State(Start, Row(Start - (5 * Hour) - 1)).ShouldBe(nothing);
        Tiled.State(Start, Row(Start - (5 * Hour))).Length.ShouldBeGreaterThan(nothing.Length);
    }

    [Fact]
    public void Found_IsARowInATileThatIsStillSeen_WhateverThePredicate()
    {
        object?[] row = [1L, Start - 10, false];
        Tiled.Evaluate(1L, Start, Start + (5 * Hour) - 1, out var found, row);
        found.ShouldBeTrue();
        Tiled.Evaluate(1L, Start, Start + (5 * Hour), out found, row);
        found.ShouldBeFalse();
        Tiled.LatestEventTime(Start, Tiled.State(Start, row)).ShouldBe(Start - 10);
    }

    [Fact]
    public void PendingRows_AreCountedWhenTheirTimeComes()
    {
        object?[][] rows = [Row(Start - 1), Row(Start + 5)];
        Tiled.Feature("Value", 1L, Start, Start + 4, rows).ShouldBe(1L);
        Tiled.Feature("Value", 1L, Start, Start + 5, rows).ShouldBe(2L);
        Tiled.Feature("Value", 1L, Start, Start + 5, [.. rows.Reverse()]).ShouldBe(2L);
        Tiled.Feature("Value", 1L, Start, Start + (5 * Hour), rows).ShouldBe(1L);
    }

    private static object?[] Row(long time) => [1L, time, true];
}
