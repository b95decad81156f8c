using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class OrderTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Order and ties");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Order and ties", law);

    [Fact]
    public void Dimensions_AreOrderedByValidFromIngestTimeAndColumns()
    {
        Courier[] inOrder =
        [
            Ada(T - Days(2), "z"),
            Ada(T - Days(1), null),
            Ada(T - Days(1), "\uFF5E"),
            Ada(T - Days(1), "\U0001F600"),
            Ada(T - Days(1), "a", recorded: T),
        ];

        ReferenceRows.Dimension(inOrder.Reverse()).ShouldBe(inOrder);
    }
}
