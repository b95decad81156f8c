using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class MergeTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Merged streams");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Merged streams", law);

    [Fact]
    public void StreamsOfTwoMoments_AreRefused()
    {
        var now = ReferenceEvaluation.Events<Purchase>([], new ReferenceMoment(T));
        var later = ReferenceEvaluation.Events<Purchase>([], new ReferenceMoment(T + Days(1)));

        Should.Throw<ArgumentException>(() => Events.Merge(now, later));
        Should.Throw<ArgumentException>(() => Events.Merge(now, now, later));
        Should.Throw<ArgumentNullException>(() => Events.Merge(now, null!));
    }
}
