using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class DimensionJoinTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Dimension joins");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Dimension joins", law);

    public static TheoryData<string> LawsOfClosedRows => HandTheory.LawsOf("Rows that end");

    public static TheoryData<string> LawsOfChains => HandTheory.LawsOf("Chained joins");

    [Theory]
    [MemberData(nameof(LawsOfClosedRows))]
    public void LawOfRowsThatEnd_HoldsByHand(string law) => HandTheory.Check("Rows that end", law);

    [Theory]
    [MemberData(nameof(LawsOfChains))]
    public void LawOfChainedJoins_HoldsByHand(string law) => HandTheory.Check("Chained joins", law);

    [Fact]
    public void CompositeKey_WithANullPart_MatchesNothing()
    {
        Parcel[] parcels = [Scan(1, T), Scan(2, T) with { Courier = null }];
        Courier[] couriers = [Ada(T - Days(1), null), Ada(T - Days(1), "north")];

        CountMatches(parcels, couriers, static (events, dimension) =>
            from p in events
            join c in dimension on new { p.Courier, Label = p.Label } equals new { Courier = (string?)c.Code, Label = c.Region }
            group p by p.Zone into g
            select new Answer<long> { Value = g.All.Count() }).ShouldBe(0);
        CountMatches(parcels, couriers, static (events, dimension) =>
            from p in events
            join c in dimension on (p.Courier, p.Label) equals (c.Code, c.Region)
            group p by p.Zone into g
            select new Answer<long> { Value = g.All.Count() }).ShouldBe(0);
    }

    [Fact]
    public void CompositeKey_WithoutNull_Matches()
    {
        Parcel[] parcels = [Scan(1, T) with { Label = "north" }, Scan(2, T) with { Label = "south" }];
        Courier[] couriers = [Ada(T - Days(1), null), Ada(T - Days(1), "north")];

        CountMatches(parcels, couriers, static (events, dimension) =>
            from p in events
            join c in dimension on new { p.Courier, p.Label } equals new { Courier = (string?)c.Code, Label = c.Region }
            group p by p.Zone into g
            select new Answer<long> { Value = g.All.Count() }).ShouldBe(1);
    }

    [Fact]
    public void NullableKey_MatchesTheValue_AndNullNothing()
    {
        Purchase[] purchases = [Buy("a", T, 7), Buy("b", T, null)];
        var moment = new ReferenceMoment(T);
        var query =
            from p in ReferenceEvaluation.Events(purchases, moment)
            join m in ReferenceEvaluation.Dimension([Uk], moment) on (long?)p.Amount equals m.MerchantId
            group p by p.UserId into g
            select new Answer<long> { Value = g.All.Count() };

        ReferenceEvaluation.Evaluate(query, moment, 1L).Value.ShouldBe(1);
    }

    private static long CountMatches(
        Parcel[] parcels, Courier[] couriers, Func<Events<Parcel>, Dimension<Courier>, FeatureQuery<Answer<long>>> define)
    {
        var moment = new ReferenceMoment(T);
        var query = define(ReferenceEvaluation.Events(parcels, moment), ReferenceEvaluation.Dimension(couriers, moment));
        return ReferenceEvaluation.Evaluate(query, moment, 1).Value;
    }
}
