using Shop;
using Shop.Cases;
using Shouldly;

namespace TypedFeatures.Parity.Tests;

/// <summary>A view of the hand-worked cases, on a store that has the rows of one of them.</summary>
internal abstract class HandView
{
    public static IReadOnlyDictionary<Type, HandView> All { get; } = new HandView[]
    {
        new HandView<long, UserPurchases, UserPurchases.Spine>(
            UserPurchases.View, k => (long)k[0], (k, t) => new((long)k[0], t), f => f.UserId),
        new HandView<UserCategories.Key, UserCategories, UserCategories.Spine>(
            UserCategories.View, k => new((long)k[0], (string)k[1]), (k, t) => new((long)k[0], (string)k[1], t), f => new(f.UserId, f.Category)),
        new HandView<string, CourierParcels, CourierParcels.Spine>(
            CourierParcels.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Courier),
        new HandView<string, CourierLabels, CourierLabels.Spine>(
            CourierLabels.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Courier),
        new HandView<string, CourierLists, CourierLists.Spine>(
            CourierLists.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Courier),
        new HandView<string, CourierShapes, CourierShapes.Spine>(
            CourierShapes.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Courier),
        new HandView<string, CourierChoices, CourierChoices.Spine>(
            CourierChoices.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Courier),
        new HandView<string, CourierMembers, CourierMembers.Spine>(
            CourierMembers.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Courier),
        new HandView<string, DepotHandovers, DepotHandovers.Spine>(
            DepotHandovers.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Depot),
        new HandView<Carrier, CarrierLoads, CarrierLoads.Spine>(
            CarrierLoads.View, k => (Carrier)k[0], (k, t) => new((Carrier)k[0], t), f => f.Carrier),
        new HandView<ZoneItems.Key, ZoneItems, ZoneItems.Spine>(
            ZoneItems.View, k => new((int)k[0], (int)k[1]), (k, t) => new((int)k[0], (int)k[1], t), f => new(f.Zone, f.Items)),
        new HandView<int, ZoneDepots, ZoneDepots.Spine>(
            ZoneDepots.View, k => (int)k[0], (k, t) => new((int)k[0], t), f => f.Zone),
        new HandView<int, OpenDepots, OpenDepots.Spine>(
            OpenDepots.View, k => (int)k[0], (k, t) => new((int)k[0], t), f => f.Depot),
        new HandView<string, CourierRisk, CourierRisk.Spine>(
            CourierRisk.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Courier),
        new HandView<long, OwnerEvents, OwnerEvents.Spine>(
            OwnerEvents.View, k => (long)k[0], (k, t) => new((long)k[0], t), f => f.Owner),
        new HandView<int, DepotScores, DepotScores.Spine>(
            DepotScores.View, k => (int)k[0], (k, t) => new((int)k[0], t), f => f.Depot),
        new HandView<long, MerchantBuyers, MerchantBuyers.Spine>(
            MerchantBuyers.View, k => (long)k[0], (k, t) => new((long)k[0], t), f => f.MerchantId),
        new HandView<long, UserRhythm, UserRhythm.Spine>(
            UserRhythm.View, k => (long)k[0], (k, t) => new((long)k[0], t), f => f.UserId),
        new HandView<long, UserHours, UserHours.Spine>(
            UserHours.View, k => (long)k[0], (k, t) => new((long)k[0], t), f => f.UserId),
        new HandView<long, UserSpread, UserSpread.Spine>(
            UserSpread.View, k => (long)k[0], (k, t) => new((long)k[0], t), f => f.UserId),
        new HandView<string, PayerTotals, PayerTotals.Spine>(
            PayerTotals.View, k => (string)k[0], (k, t) => new((string)k[0], t), f => f.Payer),
        new HandView<decimal, PriceTally, PriceTally.Spine>(
            PriceTally.View, k => (decimal)k[0], (k, t) => new((decimal)k[0], t), f => f.Price),
    }.ToDictionary(v => v.Record);

    public abstract Type Record { get; }

    /// <summary>The features of the case's entity in a training set; whether it was found beside them.</summary>
    public abstract Task<(object Features, bool Found)> TrainAsync(FeatureStore store, HandCase hand);

    /// <summary>The features of the case's entity in a snapshot; null where it is not in it.</summary>
    public abstract Task<object?> SnapshotAsync(FeatureStore store, HandCase hand);

    /// <summary>The features of the case's entity online, materialized at the knowledge instant.</summary>
    public abstract Task<(object Features, bool Found)> ServeAsync(FeatureStore store, HandCase hand);
}

/// <summary>A view of the hand-worked cases.</summary>
internal sealed class HandView<TKey, TFeatures, TSpine>(
    FeatureView<TKey, TFeatures, TSpine> view, Func<object[], TKey> key, Func<object[], DateTime, TSpine> spine, Func<TFeatures, TKey> keyOf) : HandView
    where TKey : notnull
    where TFeatures : class
{
    public override Type Record => typeof(TFeatures);

    public override async Task<(object Features, bool Found)> TrainAsync(FeatureStore store, HandCase hand)
    {
        TSpine[] rows = [spine(hand.Key, hand.AsOf), spine(hand.Key, hand.AsOf)];
        var set = new List<TrainingRow<TSpine, TFeatures>>();
        await foreach (var row in store.Training(view, rows, hand.Knowledge))
        {
            set.Add(row);
        }

        set.Count.ShouldBe(2);
        set[1].Features.ShouldBe(set[0].Features);
        return (set[0].Features, set[0].Found);
    }

    public override async Task<object?> SnapshotAsync(FeatureStore store, HandCase hand)
    {
        var wanted = key(hand.Key);
        TFeatures? found = null;
        await foreach (var features in store.Snapshot(view, hand.AsOf))
        {
            if (keyOf(features).Equals(wanted))
            {
                found.ShouldBeNull("An entity is in a snapshot once.");
                found = features;
            }
        }

        return found;
    }

    public override async Task<(object Features, bool Found)> ServeAsync(FeatureStore store, HandCase hand)
    {
        await store.MaterializeAsync(view, hand.KnownBy ?? hand.AsOf);
        var served = await store.Online(view).GetWithStatusAsync(key(hand.Key), hand.AsOf);
        return (served.Features, served.Status == FeatureStatus.Found);
    }
}
