using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class LabelTests
{
    public static TheoryData<string> Laws => new(LabelCases.All.Select(c => c.Law));

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law)
    {
        var hand = LabelCases.All.Single(c => c.Law == law);
        foreach (var rows in new[] { hand.Rows.Purchases, [.. hand.Rows.Purchases.Reverse()], ReferenceRows.Outcomes(hand.Rows.Purchases) })
        {
            // Where a source has no watermark nothing is asked of the reference: there is no instant to compare with.
            object? label = hand.Watermark is null ? null : hand.Label == typeof(ChargedBack60d)
                ? ChargedBack60d.Evaluate(1, T, rows, hand.Watermark)
                : CategoryOutcomes.Evaluate(1, "books", T, rows, hand.Rows.Merchants, hand.Watermark);
            label.ShouldBe(hand.Expected);
        }
    }

    [Fact]
    public void WithoutAWatermark_AllRowsAreThereThatWillEverBe() =>
        ChargedBack60d.Evaluate(1, T, [Buy("a", T + Days(1)) with { ChargedBack = true }], watermark: null).ShouldNotBeNull().Value.ShouldBeTrue();

    [Fact]
    public void RowsPreparedAsEvents_AreRefusedAsOutcomes_AndTheOtherWayRound()
    {
        var moment = new ReferenceMoment(T, knowledge: Knowledge.Everything);
        Should.Throw<ArgumentException>(() => ReferenceEvaluation.Outcomes(ReferenceRows.Events([Buy("a", T)]), moment)).Message.ShouldContain("ReferenceRows.Outcomes");
        Should.Throw<ArgumentException>(() => ReferenceEvaluation.Events(ReferenceRows.Outcomes([Buy("a", T)]), moment)).Message.ShouldContain("ReferenceRows.Events");
    }

    [Fact]
    public void PreparedOutcomes_AreTheNewestVersionsInOrder_AndNotPreparedAgain()
    {
        var first = Buy("a", T);
        var newest = first with { IngestedAt = T + Days(9), ChargedBack = true };

        var prepared = ReferenceRows.Outcomes([newest, Buy("b", T - Microsecond), first]);

        prepared.ShouldBe([Buy("b", T - Microsecond), newest]);
        ReferenceRows.Outcomes(prepared).ShouldBeSameAs(prepared);
    }

    [Fact]
    public void MomentThatKnowsOnlyWhatWasKnown_IsRefused() =>
        Should.Throw<ArgumentException>(() => ReferenceEvaluation.Outcomes([Buy("a", T)], new ReferenceMoment(T))).Message.ShouldContain("Everything");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5)]
    public void WindowThatIsNotPositiveWholeMicroseconds_IsRefused(long ticks) =>
        Should.Throw<ArgumentOutOfRangeException>(() => OfUser(g => g.Next(TimeSpan.FromTicks(ticks)).Any()));

    [Fact]
    public void WindowBeyondTheHorizon_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => OfUser(g => g.Next(Days(61)).Any()));

    [Fact]
    public void Future_KnowsKeyAndInstant() => OfUser(g => g.AsOf == T && g.Key == 1).ShouldBeTrue();

    private static bool OfUser(Func<Future<long, Purchase>, bool> value)
    {
        var moment = new ReferenceMoment(T, knowledge: Knowledge.Everything);
        var query = from p in ReferenceEvaluation.Outcomes([Buy("a", T + Days(1))], moment)
                    group p by p.UserId into g
                    select new Answer<bool> { Value = value(g) };
        return ReferenceEvaluation.EvaluateLabel(query, moment, Days(60), null, 1L)!.Value;
    }
}
