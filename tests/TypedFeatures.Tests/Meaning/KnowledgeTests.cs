using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class KnowledgeTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Knowledge");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Knowledge", law);

    [Fact]
    public void KnownByAfterAsOf_IsRefused() =>
        Should.Throw<ArgumentException>(() => new ReferenceMoment(T, T + Microsecond));

    [Fact]
    public void KnowingEverything_HasNoOtherKnowledgeInstant() =>
        Should.Throw<ArgumentException>(() => new ReferenceMoment(T, T - Microsecond, Knowledge.Everything));

    [Fact]
    public void Sources_AreOfOneMoment()
    {
        var (now, later) = (new ReferenceMoment(T), new ReferenceMoment(T + Days(1)));
        var events = ReferenceEvaluation.Events<Purchase>([], now);
        var query = from p in events group p by p.UserId into g select new Answer<long> { Value = g.All.Count() };

        Should.Throw<ArgumentException>(() => ReferenceEvaluation.Evaluate(query, later, 1L));
        Should.Throw<ArgumentException>(() =>
            from p in events
            join m in ReferenceEvaluation.Dimension<Merchant>([], later) on p.MerchantId equals m.MerchantId
            select p);
        ReferenceEvaluation.Evaluate(query, new ReferenceMoment(T), 1L).Value.ShouldBe(0);
    }
}
