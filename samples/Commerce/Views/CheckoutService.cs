using Commerce.Data;
using Commerce.Features;
using TypedFeatures;

namespace Commerce.Views;

/// <summary>The feature service of the shop: how the steps train and serve it.</summary>
internal static class CheckoutService
{
    /// <summary>What the checkout asked at a moment.</summary>
    public static CheckoutFraud.Spine SpineOf(LabelledMoment moment) => new(moment.UserId, moment.MerchantId, moment.Amount, moment.At);

    /// <summary>The moments with what the service would have answered, and whether a purchase of the next sixty days was charged back; those to learn from, and later ones to judge by.</summary>
    public static TrainingSplit<LabeledTrainingSet<LabelledMoment, CheckoutFraud, ChargedBack60d>> Training(
        FeatureStore store, Shop shop, IProgress<TrainingProgress> progress) =>
        store.Training(CheckoutFraud.Service, shop.Moments, SpineOf)
            .WithColumn("moment_id", moment => moment.Id)
            .WithLabel(ChargedBack60d.Label)
            .WithProgress(progress)
            .SplitByTime(ShopCalendar.Cutoff);

    /// <summary>Reads what the model of the checkout reads, in one round trip.</summary>
    public static Func<LabelledMoment, CancellationToken, ValueTask<object>> Reader(FeatureStore store)
    {
        var online = store.Online(CheckoutFraud.Service);
        return async (moment, cancellationToken) =>
            await online.GetAsync(new CheckoutFraud.Request(moment.UserId, moment.MerchantId, moment.Amount), cancellationToken);
    }
}
