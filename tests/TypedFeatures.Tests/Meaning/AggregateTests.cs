using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class AggregateTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Aggregates");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Aggregates", law);

    private static readonly Purchase[] Three =
    [
        Buy("a", T - Days(3), 1) with { Category = "x", Email = "e", MerchantId = 5 },
        Buy("b", T - Days(2), null) with { Category = "y", MerchantId = 6 },
        Buy("c", T - Days(1), 3) with { Category = "x", MerchantId = 6 },
    ];

    [Fact]
    public void CountingAggregates_TakePredicates()
    {
        Over(w => w.Count()).ShouldBe(3);
        Over(w => w.Count(p => p.Category == "x")).ShouldBe(2);
        Over(w => w.Any()).ShouldBeTrue();
        Over(w => w.Any(p => p.Category == "z")).ShouldBeFalse();
        Over(w => w.All(p => p.UserId == 1)).ShouldBeTrue();
        Over(w => w.All(p => p.Category == "x")).ShouldBeFalse();
        Over(w => w.CountDistinct(p => p.Category)).ShouldBe(2);
        Over(w => w.CountDistinct(p => p.Email)).ShouldBe(1);
    }

    [Fact]
    public void Sums_AreOfEveryNumberType()
    {
        Over(w => w.Sum(p => p.Category.Length)).ShouldBe(3);
        Over(w => w.Sum(p => (int?)p.Email?.Length)).ShouldBe(1);
        Over(w => w.Sum(p => p.MerchantId)).ShouldBe(17);
        Over(w => w.Sum(p => (long?)p.Amount)).ShouldBe(4);
        Over(w => w.Sum(p => 0.5f)).ShouldBe(1.5);
        Over(w => w.Sum(p => (float?)p.Amount)).ShouldBe(4);
        Over(w => w.Sum(p => p.Amount ?? 0.25)).ShouldBe(4.25);
        Over(w => w.Sum(p => p.Amount)).ShouldBe(4);
        Over(w => w.Sum(p => T - p.OccurredAt)).ShouldBe(Days(6));
        Over(w => w.Sum(p => p.Amount == null ? (TimeSpan?)null : T - p.OccurredAt)).ShouldBe(Days(4));
    }

    [Fact]
    public void Averages_AreOfEveryNumberType()
    {
        Over(w => w.Average(p => p.Category.Length)).ShouldBe(1);
        Over(w => w.Average(p => (int?)p.Email?.Length)).ShouldBe(1);
        Over(w => w.Average(p => p.MerchantId)).ShouldBe(17d / 3);
        Over(w => w.Average(p => (long?)p.Amount)).ShouldBe(2);
        Over(w => w.Average(p => 0.5f)).ShouldBe(0.5);
        Over(w => w.Average(p => (float?)p.Amount)).ShouldBe(2);
        Over(w => w.Average(p => p.Amount ?? 2)).ShouldBe(2);
        Over(w => w.Average(p => p.Amount)).ShouldBe(2);
        Over(w => w.Where(p => p.UserId == 2).Average(p => p.MerchantId)).ShouldBeNull();
    }

    [Fact]
    public void PickingAggregates_WorkOnValuesNullablesAndText()
    {
        Over(w => w.Min(p => p.MerchantId)).ShouldBe(5);
        Over(w => w.Max(p => p.Amount)).ShouldBe(3);
        Over(w => w.Max(p => p.Category)).ShouldBe("y");
        Over(w => w.Mode(p => p.MerchantId)).ShouldBe(6);
        Over(w => w.Mode(p => p.Amount)).ShouldBe(1);
        Over(w => w.Mode(p => p.Category)).ShouldBe("x");
        Over(w => w.First(p => p.MerchantId)).ShouldBe(5);
        Over(w => w.First(p => p.Amount)).ShouldBe(1);
        Over(w => w.First(p => p.Email)).ShouldBe("e");
        Over(w => w.Latest(p => p.MerchantId)).ShouldBe(6);
        Over(w => w.Latest(p => p.Amount)).ShouldBe(3);
        Over(w => w.Latest(p => p.Email)).ShouldBe("e");
        Over(w => w.Where(p => p.UserId == 2).Min(p => p.MerchantId)).ShouldBeNull();
        Over(w => w.Where(p => p.UserId == 2).Mode(p => p.Category)).ShouldBeNull();
        Over(w => w.Where(p => p.UserId == 2).Latest(p => p.OccurredAt)).ShouldBeNull();
    }

    private static T? Over<T>(Func<Window<Purchase>, T?> feature) => Ask.OfUser(HandRows.T, Three, g => feature(g.All));
}
