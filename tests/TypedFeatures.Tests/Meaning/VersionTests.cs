using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class VersionTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Duplicates and versions");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Duplicates and versions", law);

    [Fact]
    public void Features_SeeTheFirstVersion()
    {
        var first = Buy("a", T - Days(1));
        var second = first with { IngestedAt = T - Hours(1), ChargedBack = true };

        Ask.OfUser(T, [second, first], g => g.All.Any(p => p.ChargedBack)).ShouldBeFalse();
        Ask.OfUser(T, [second], g => g.All.Any(p => p.ChargedBack)).ShouldBeTrue();
    }

    [Fact]
    public void PreparedRows_AreOnePerEventInOrderAndNormalised()
    {
        var second = Buy("b", T);
        Purchase[] rows = [second, Buy("a", T.AddTicks(-1), -0d), second with { Amount = 11 }];

        var prepared = ReferenceRows.Events(rows).ToArray();

        prepared.ShouldBe([Buy("a", T - Microsecond, 0), second]);
        prepared[1].ShouldBeSameAs(second);
        double.IsNegative(prepared[0].Amount!.Value).ShouldBeFalse();
    }

    [Fact]
    public void PreparedRows_AreNotPreparedAgain()
    {
        var events = ReferenceRows.Events([Buy("a", T)]);
        var dimension = ReferenceRows.Dimension([Uk]);

        ReferenceRows.Events(events).ShouldBeSameAs(events);
        ReferenceRows.Dimension(dimension).ShouldBeSameAs(dimension);
    }
}
