using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class NoRowsTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("No rows");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("No rows", law);

    [Fact]
    public void NullInAKey_IsNoEntity()
    {
        Should.Throw<ArgumentException>(() => CourierParcels.Evaluate(null!, T, [])).Message.ShouldContain("Part 0 of the entity key is null");
        Should.Throw<ArgumentException>(() => UserCategories.Evaluate(1, null!, T, [], [])).Message.ShouldContain("Part 1 of the entity key is null");
    }

    [Fact]
    public void ManyEntities_AreAnsweredInTheOrderOfTheirKeys()
    {
        var rows = new[] { Buy("a", T), Buy("b", T) with { UserId = 2 }, Buy("c", T) with { UserId = 2 } };

        var counts = UserPurchases.EvaluateMany(new ReferenceMoment(T), [[2L], [3L], [1L], [2L]], rows, [Uk]);

        counts.Select(u => (u.UserId, u.Purchases7d)).ShouldBe([(2, 2), (3, 0), (1, 1), (2, 2)]);
    }

    [Fact]
    public void NullRow_IsRefused() =>
        Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, T, [Buy("a", T), null!], [Uk])).Message.ShouldContain("Row 1");
}
