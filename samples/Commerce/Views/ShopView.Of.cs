using Commerce.Data;
using Commerce.Parity;
using TypedFeatures;

namespace Commerce.Views;

/// <summary>The meaning of a view for several keys at once: its generated <c>EvaluateMany</c>.</summary>
/// <param name="keys">The entities.</param>
/// <param name="asOf">The instant.</param>
/// <param name="knownBy">Rows known later are not seen.</param>
/// <param name="rows">The rows.</param>
internal delegate IReadOnlyList<TFeatures> Meaning<TKey, TFeatures>(
    IReadOnlyList<TKey> keys, DateTime asOf, DateTime knownBy, ShopRows rows);

/// <summary>A view with its types.</summary>
internal sealed class ShopView<TKey, TFeatures, TSpine> : ShopView
    where TKey : notnull
    where TFeatures : class
{
    public required FeatureView<TKey, TFeatures, TSpine> View { get; init; }

    /// <summary>The entity of this view in a pair of buyer and merchant.</summary>
    public required Func<long, long, TKey> KeyOf { get; init; }

    public required Func<TKey, DateTime, TSpine> SpineOf { get; init; }

    public required Meaning<TKey, TFeatures> Evaluate { get; init; }

    /// <summary>Features that add up floating-point numbers, whose last digits depend on the order of addition. All others are compared exactly.</summary>
    public required IReadOnlySet<string> FloatingSums { get; init; }

    /// <summary>Whether the view is made of purchases.</summary>
    public bool ReadsPurchases { get; init; } = true;

    public override FeatureViewDescriptor Descriptor => View.Descriptor;

    public override Task<long> WriteTrainingSetAsync(
        FeatureStore store, IReadOnlyList<LabelledMoment> moments, TrainingFile file, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        var set = store
            .Training(View, moments, moment => SpineOf(KeyOf(moment.UserId, moment.MerchantId), moment.At))
            .WithColumn("moment_id", moment => moment.Id)
            .WithColumn("is_fraud", moment => moment.IsFraud)
            .WithProgress(progress);
        return file.IsParquet ? set.WriteParquetAsync(file.Path, cancellationToken) : set.WriteCsvAsync(file.Path, cancellationToken);
    }

    public override Task<MaterializationReport> MaterializeAsync(
        FeatureStore store, DateTime asOf, IProgress<MaterializationProgress> progress, CancellationToken cancellationToken) =>
        store.MaterializeAsync(View, asOf, progress: progress, cancellationToken: cancellationToken);

    public override Func<LabelledMoment, CancellationToken, ValueTask<object>> Reader(FeatureStore store)
    {
        var online = store.Online(View);
        return async (moment, cancellationToken) => await online.GetAsync(KeyOf(moment.UserId, moment.MerchantId), cancellationToken);
    }

    public override ViewParity<TKey, TFeatures, TSpine> CreateParity(ParitySample sample) => new(this, sample);
}
