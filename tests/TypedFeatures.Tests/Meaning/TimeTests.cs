using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class TimeTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Time");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Time", law);

    [Fact]
    public void LocalInstant_IsRefused_NamingRowAndProperty()
    {
        var rows = new[] { Buy("a", T), Buy("b", T) with { IngestedAt = DateTime.SpecifyKind(T, DateTimeKind.Local) } };

        var refusal = Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, T, rows, [Uk]));

        refusal.Message.ShouldContain("Row 1 of Shop.Purchase: IngestedAt: is of kind Local");
    }

    [Fact]
    public void InstantOutsideTheYears_IsRefused_NamingRowAndProperty()
    {
        var refusal = Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, T, [], [Trade(default)]));

        refusal.Message.ShouldContain("Row 0 of Shop.Merchant: UpdatedAt: lies outside the years 1900 to 2299.");
    }

    [Fact]
    public void LocalAsOf_IsRefused() =>
        Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, DateTime.SpecifyKind(T, DateTimeKind.Local), [], []));

    [Fact]
    public void InstantsOfResults_AreUtc()
    {
        var rows = new[] { Buy("a", DateTime.SpecifyKind(T, DateTimeKind.Unspecified)) };

        Ask.OfUser(T, rows, g => g.All.Max(p => p.OccurredAt))!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        Ask.OfUser(T, rows, g => g.AsOf).Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Durations_ArePositiveWholeNumbersOfTheirUnit()
    {
        Days(1).ShouldBe(TimeSpan.FromTicks(864_000_000_000));
        Hours(1).ShouldBe(TimeSpan.FromTicks(36_000_000_000));
        Minutes(1).ShouldBe(TimeSpan.FromTicks(600_000_000));
        Seconds(1).ShouldBe(TimeSpan.FromTicks(10_000_000));
        Milliseconds(1).ShouldBe(TimeSpan.FromTicks(10_000));
        Microseconds(1).ShouldBe(TimeSpan.FromTicks(10));
        Should.Throw<ArgumentOutOfRangeException>(() => Days(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Hours(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Days(10_675_200));
    }
}
