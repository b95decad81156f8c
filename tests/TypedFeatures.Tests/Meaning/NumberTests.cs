using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class NumberTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Numbers");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Numbers", law);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void NonFiniteNumber_IsRefused_NamingRowAndProperty(double amount)
    {
        Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, T, [Buy("a", T, amount)], [Uk]))
            .Message.ShouldContain("Row 0 of Shop.Purchase: Amount: is NaN or infinite");
        Should.Throw<ArgumentException>(() => CourierParcels.Evaluate("ada", T, [Scan(1, T) with { WeightKg = (float)amount }]))
            .Message.ShouldContain("Row 0 of Shop.Parcel: WeightKg: is NaN or infinite");
    }

    [Fact]
    public void MinusZero_IsZero()
    {
        IsNegative(Ask.OfUser(T, [Buy("a", T, -0d)], g => g.All.Latest(p => p.Amount))).ShouldBeFalse();
        IsNegative(Ask.OfUser(T, [Buy("a", T, 0)], g => g.All.Latest(p => -p.Amount))).ShouldBeFalse();
        IsNegative(Ask.OfUser(T, [Buy("a", T, 0)], g => g.All.Sum(p => -p.Amount))).ShouldBeFalse();
    }

    [Fact]
    public void AverageOfIntegers_IsExactBeyondTheRangeOfLong()
    {
        var rows = new[] { long.MaxValue, long.MaxValue, long.MaxValue - 2 }.Select((id, i) => Buy($"{i}", T) with { MerchantId = id });

        // The sum is 3 · 2^63 − 5: high part 3 · 2^31 − 1, low part 2^32 − 5; both products and their sum round to 3 · 2^63.
        Ask.OfUser(T, rows, g => g.All.Average(p => p.MerchantId)).ShouldBe(9_223_372_036_854_775_808d);
    }

    [Fact]
    public void NonFiniteArguments_AreSkippedByEveryAggregate()
    {
        Purchase[] rows = [Buy("a", T, 1), Buy("b", T, 1e10), Buy("c", T, 2)];

        Scaled(g => g.Sum(p => p.Amount * 1e300)).ShouldBe(3e300);
        Scaled(g => g.Average(p => p.Amount * 1e300)).ShouldBe(1.5e300);
        Scaled(g => g.Min(p => p.Amount * -1e300)).ShouldBe(-2e300);
        Scaled(g => g.Max(p => p.Amount * 1e300)).ShouldBe(2e300);
        Scaled(g => g.Latest(p => p.EventId == "c" ? double.NaN : p.Amount)).ShouldBe(1e10);
        Scaled(g => g.First(p => p.Amount * 1e300)).ShouldBe(1e300);
        Scaled(g => g.Mode(p => p.Amount * 1e300)).ShouldBe(1e300);
        Scaled(g => g.CountDistinct(p => p.Amount * 1e300)).ShouldBe(2);

        T? Scaled<T>(Func<Window<Purchase>, T?> feature) => Ask.OfUser(HandRows.T, rows, g => feature(g.All));
    }

    [Fact]
    public void NonFiniteResult_NamesViewAndFeature() =>
        Should.Throw<NonFiniteFeatureException>(() => DepotScores.Evaluate(3, T, [Scan(1, T) with { Depot = 3, Score = 1e10 }]))
            .Message.ShouldContain("'depot_scores.ScaledLowestScore'");

    [Fact]
    public void NonFiniteFloat_IsNull() =>
        Ask.OfUser(T, [Buy("a", T, 1e300)], g => (float?)g.All.Max(p => p.Amount)).ShouldBeNull();

    [Fact]
    public void SumOfTimes_OverflowsOnlyIfTheExactTotalDoes()
    {
        Sum(TimeSpan.MaxValue, Hours(1), -Hours(1)).ShouldBe(new TimeSpan(long.MaxValue / 10 * 10));
        Should.Throw<OverflowException>(() => Sum(TimeSpan.MaxValue, Hours(1)));

        static TimeSpan Sum(params TimeSpan[] lengths) =>
            CourierLabels.Evaluate("ada", T, lengths.Select((length, i) => Scan(i, T) with { Transit = length })).Transit;
    }

    [Fact]
    public void Ratio_IsNullOnZeroOrNull()
    {
        Numeric.Ratio(1, 4).ShouldBe(0.25);
        Numeric.Ratio(1, 0).ShouldBeNull();
        Numeric.Ratio(0, 0).ShouldBeNull();
        Numeric.Ratio(1, -0d).ShouldBeNull();
        Numeric.Ratio(null, 1).ShouldBeNull();
        Numeric.Ratio(1, null).ShouldBeNull();
    }

    private static bool IsNegative(double? value) => double.IsNegative(value!.Value);

    private static bool IsNegative(double value) => double.IsNegative(value);
}
