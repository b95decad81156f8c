using Shop;
using Shouldly;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class WindowShapeTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Window shapes");

    public static TheoryData<string> SpreadLaws => HandTheory.LawsOf("Spread");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Window shapes", law);

    [Theory]
    [MemberData(nameof(SpreadLaws))]
    public void SpreadLaw_HoldsByHand(string law) => HandTheory.Check("Spread", law);

    [Fact]
    public void OffsetOfZero_IsNone() =>
        Ask.OfUser(T, [Buy("a", T)], g => g.Last(Days(1), offset: TimeSpan.Zero).Count()).ShouldBe(1);

    [Theory]
    [InlineData(-10)]
    [InlineData(15)]
    public void Offset_IsAWholeNumberOfMicrosecondsAndNotNegative(long ticks) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Ask.OfUser(T, [], g => g.Last(Days(1), offset: new TimeSpan(ticks)).Count()));

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    [InlineData(15)]
    public void Tile_Gap_AndMax_ArePositiveWholeMicroseconds(long ticks)
    {
        var wrong = new TimeSpan(ticks);

        Should.Throw<ArgumentOutOfRangeException>(() => Ask.OfUser(T, [], g => g.Last(Days(1), tile: wrong).Count()));
        Should.Throw<ArgumentOutOfRangeException>(() => Ask.OfUser(T, [], g => g.CurrentSession(wrong, Days(1)).Count()));
        Should.Throw<ArgumentOutOfRangeException>(() => Ask.OfUser(T, [], g => g.CurrentSession(Days(1), wrong).Count()));
        Should.Throw<ArgumentOutOfRangeException>(() => Ask.OfUser(T, [], g => g.All.DecayedSum(p => p.Amount, wrong)));
    }

    [Fact]
    public void OffsetAndTile_ExcludeEachOther() =>
        Should.Throw<ArgumentException>(() => Ask.OfUser(T, [], g => g.Last(Days(1), offset: Days(1), tile: Days(1)).Count()));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Percentile_IsAShare(double p) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Ask.OfUser(T, [Buy("a", T)], g => g.All.Percentile(x => x.Amount, p)));

    [Fact]
    public void Percentile_OfTheGreatestAndTheLeastDouble_StaysBetweenThem()
    {
        Purchase[] rows = [Buy("a", T, double.MaxValue), Buy("b", T, -double.MaxValue), Buy("c", T, double.MaxValue)];

        Ask.OfUser(T, rows, g => g.All.Percentile(p => p.Amount, 0.25)).ShouldBe(0);
        Ask.OfUser(T, rows, g => g.All.Percentile(p => p.Amount, 0.7)).ShouldBe(double.MaxValue);
    }

    [Fact]
    public void AggregatesOfNumbers_TakeAnyOfThem()
    {
        Purchase[] rows = [Buy("a", T) with { MerchantId = 1 }, Buy("b", T) with { MerchantId = 3 }];

        Ask.OfUser(T, rows, g => g.All.Variance(p => p.MerchantId)).ShouldBe(2);
        Ask.OfUser(T, rows, g => g.All.Median(p => (int?)p.MerchantId)).ShouldBe(2);
        Ask.OfUser(T, rows, g => g.All.DecayedSum(p => (float)p.MerchantId, Days(1))).ShouldBe(4);
    }

    [Fact]
    public void ValuesThatAreNotFinite_AreSkipped()
    {
        Purchase[] rows = [Buy("a", T, 1), Buy("b", T, 0), Buy("c", T, 3)];

        Ask.OfUser(T, rows, g => g.All.Variance(p => p.Amount * (1 / p.Amount) * p.Amount)).ShouldBe(2);
        Ask.OfUser(T, rows, g => g.All.Median(p => 3 / p.Amount)).ShouldBe(2);
        Ask.OfUser(T, rows, g => g.All.DecayedSum(p => 3 / p.Amount, Days(1))).ShouldBe(4);
    }
}
