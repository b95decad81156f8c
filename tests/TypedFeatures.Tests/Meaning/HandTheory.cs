using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;

namespace TypedFeatures.Tests.Meaning;

/// <summary>Runs the cases worked out by hand through the reference.</summary>
internal static class HandTheory
{
    public static TheoryData<string> LawsOf(string paragraph) =>
        new(HandCases.All.Where(c => c.Paragraph == paragraph).Select(c => c.Law));

    public static void Check(string paragraph, string law)
    {
        var hand = HandCases.All.Single(c => c.Paragraph == paragraph && c.Law == law);
        Check(hand, arePrepared: false);
        Check(hand, arePrepared: true);
        Check(hand with { Rows = Reversed(hand.Rows) }, arePrepared: false);
    }

    private static void Check(HandCase hand, bool arePrepared)
    {
        switch (hand.Fault)
        {
            case HandFault.Overflow:
                Should.Throw<OverflowException>(() => Evaluate(hand, arePrepared));
                break;
            case HandFault.OutOfTime:
                // DateTime says it is an argument, TimeSpan that it overflows.
                Should.Throw<Exception>(() => Evaluate(hand, arePrepared)).ShouldBeOfType(hand.Law.StartsWith("A length", StringComparison.Ordinal) ? typeof(OverflowException) : typeof(ArgumentOutOfRangeException));
                break;
            case HandFault.NonFinite:
                Should.Throw<NonFiniteFeatureException>(() => Evaluate(hand, arePrepared));
                break;
            default:
                Evaluate(hand, arePrepared).ShouldBe(hand.Expected);
                break;
        }
    }

    private static object Evaluate(HandCase hand, bool arePrepared)
    {
        var moment = new ReferenceMoment(hand.AsOf, hand.KnownBy, hand.Knowledge);
        object[][] keys = [hand.Key, hand.Key];
        var purchases = arePrepared ? ReferenceRows.Events(hand.Rows.Purchases) : hand.Rows.Purchases;
        var merchants = arePrepared ? ReferenceRows.Dimension(hand.Rows.Merchants) : hand.Rows.Merchants;
        var parcels = arePrepared ? ReferenceRows.Events(hand.Rows.Parcels) : hand.Rows.Parcels;
        var couriers = arePrepared ? ReferenceRows.Dimension(hand.Rows.Couriers) : hand.Rows.Couriers;
        var depots = arePrepared ? ReferenceRows.Dimension(hand.Rows.Depots) : hand.Rows.Depots;
        var handovers = arePrepared ? ReferenceRows.Events(hand.Rows.Handovers) : hand.Rows.Handovers;
        var payments = arePrepared ? ReferenceRows.Events(hand.Rows.Payments) : hand.Rows.Payments;
        var bands = arePrepared ? ReferenceRows.Dimension(hand.Rows.PriceBands) : hand.Rows.PriceBands;
        IReadOnlyList<object> results = hand.View.Name switch
        {
            nameof(UserPurchases) => UserPurchases.EvaluateMany(moment, keys, purchases, merchants),
            nameof(UserCategories) => UserCategories.EvaluateMany(moment, keys, purchases, merchants),
            nameof(CourierParcels) => CourierParcels.EvaluateMany(moment, keys, parcels),
            nameof(CourierLabels) => CourierLabels.EvaluateMany(moment, keys, parcels),
            nameof(CourierLists) => CourierLists.EvaluateMany(moment, keys, parcels),
            nameof(CourierShapes) => CourierShapes.EvaluateMany(moment, keys, parcels),
            nameof(CourierChoices) => CourierChoices.EvaluateMany(moment, keys, parcels),
            nameof(CourierMembers) => CourierMembers.EvaluateMany(moment, keys, parcels),
            nameof(DepotHandovers) => DepotHandovers.EvaluateMany(moment, keys, handovers),
            nameof(CarrierLoads) => CarrierLoads.EvaluateMany(moment, keys, handovers),
            nameof(ZoneItems) => ZoneItems.EvaluateMany(moment, keys, parcels, couriers),
            nameof(ZoneDepots) => ZoneDepots.EvaluateMany(moment, keys, parcels, depots, couriers),
            nameof(OpenDepots) => OpenDepots.EvaluateMany(moment, keys, parcels, depots),
            nameof(CourierRisk) => CourierRisk.EvaluateMany(moment, keys, arePrepared ? ReferenceRows.Table(hand.Rows.Risks) : hand.Rows.Risks),
            nameof(OwnerEvents) => OwnerEvents.EvaluateMany(moment, keys, purchases, parcels),
            nameof(DepotScores) => DepotScores.EvaluateMany(moment, keys, parcels),
            nameof(MerchantBuyers) => MerchantBuyers.EvaluateMany(moment, keys, purchases, merchants),
            nameof(UserRhythm) => UserRhythm.EvaluateMany(moment, keys, purchases),
            nameof(UserHours) => UserHours.EvaluateMany(moment, keys, purchases),
            nameof(PayerTotals) => PayerTotals.EvaluateMany(moment, keys, payments),
            nameof(PriceTally) => PriceTally.EvaluateMany(moment, keys, payments, bands),
            nameof(UserSpread) => UserSpread.EvaluateMany(moment, keys, purchases),
            var other => throw new InvalidOperationException($"No forward is written for {other}."),
        };
        results[1].ShouldBe(results[0]);
        return results[0];
    }

    private static ShopRows Reversed(ShopRows rows) => new()
    {
        Purchases = [.. rows.Purchases.Reverse()],
        Merchants = [.. rows.Merchants.Reverse()],
        Parcels = [.. rows.Parcels.Reverse()],
        Couriers = [.. rows.Couriers.Reverse()],
        Depots = [.. rows.Depots.Reverse()],
        Risks = [.. rows.Risks.Reverse()],
        Handovers = [.. rows.Handovers.Reverse()],
        Payments = [.. rows.Payments.Reverse()],
        PriceBands = [.. rows.PriceBands.Reverse()],
    };
}
