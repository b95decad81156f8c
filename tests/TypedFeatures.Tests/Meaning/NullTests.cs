using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class NullTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Nulls");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Nulls", law);

    [Fact]
    public void NullOfANonNullableProperty_IsRefused_NamingRowAndProperty() =>
        Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, T, [Buy("a", T) with { Category = null! }], [Uk]))
            .Message.ShouldContain("Row 0 of Shop.Purchase: Category: is null but the property is not nullable.");
}
