using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class WindowTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Windows");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Windows", law);

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    [InlineData(15)]
    public void Length_IsAPositiveWholeNumberOfMicroseconds(long ticks) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Ask.OfUser(T, [], g => g.Last(new TimeSpan(ticks)).Count()));

    [Fact]
    public void LongestLength_ReachesBackToTheBeginning() =>
        Ask.OfUser(T, [Buy("a", new DateTime(1900, 1, 1))], g => g.Last(Microseconds(long.MaxValue / 10)).Count()).ShouldBe(1);

    [Fact]
    public void Operators_DoNotRunOnRowsAfterTheAsOf()
    {
        var seen = new List<string>();
        var rows = new[] { Buy("past", T), Buy("future", T + Microsecond, ingested: T), Buy("late", T - Days(1), ingested: T + Days(1)) };

        var count = Ask.Of<long>(T, rows, 1L, purchases =>
            from p in purchases
            where Saw("where", p)
            let amount = Saw("let", p) ? p.Amount : null
            group Saw("element", p) by Saw("key", p) ? p.UserId : 0 into g
            select new Answer<long> { Value = g.All.Count(x => x) });

        count.ShouldBe(1);
        seen.ShouldBe(["where past", "let past", "key past", "element past"]);

        bool Saw(string stage, Purchase purchase)
        {
            seen.Add($"{stage} {purchase.EventId}");
            return true;
        }
    }

    [Fact]
    public void Elements_AreComputedForRowsInsideAWindowOnly()
    {
        var rows = new[] { Buy("a", T, 4), Buy("b", T - Days(8)) with { MerchantId = long.MaxValue } };

        var sum = Ask.Of<long>(T, rows, 1L, purchases =>
            from p in purchases
            group checked(p.MerchantId * 2) by p.UserId into g
            select new Answer<long> { Value = g.Last(Days(7)).Sum(x => x) });

        sum.ShouldBe(14);
    }
}
