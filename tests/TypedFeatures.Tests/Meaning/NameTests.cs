using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class NameTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Names");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Names", law);

    [Fact]
    public void KeyParts_MakeTheKeyTheyAreOf()
    {
        var moment = new ReferenceMoment(T);
        var query = from p in ReferenceEvaluation.Events([Buy("a", T)], moment) group p by new { p.UserId } into g select new Answer<long> { Value = g.Key.UserId + g.All.Count() };

        ReferenceEvaluation.Evaluate(query, moment, 1L).Value.ShouldBe(2);
        Should.Throw<ArgumentException>(() => ReferenceEvaluation.Evaluate(query, moment, "1")).Message.ShouldContain("pass its parts in the order of the group");
        Should.Throw<ArgumentException>(() => ReferenceEvaluation.Evaluate(query, moment, 1L, 2L)).Message.ShouldContain("pass its parts in the order of the group");
    }

    [Fact]
    public void InstantsInKeys_AreFlooredAsEverywhere()
    {
        var moment = new ReferenceMoment(T);
        var query = from p in ReferenceEvaluation.Events([Buy("a", T.AddTicks(3), ingested: T)], moment) group p by p.OccurredAt into g select new Answer<long> { Value = g.All.Count() };

        ReferenceEvaluation.Evaluate(query, moment, T.AddTicks(7)).Value.ShouldBe(1);
    }

    [Fact]
    public void Cases_HaveNamesOfTheirOwn() =>
        HandCases.All.Select(c => c.ToString()).ShouldBeUnique();
}
