using Commerce.Data;
using Commerce.Parity;
using TypedFeatures;

namespace Commerce.Views;

/// <summary>A view as the steps see it, whatever its key, its record and its spine are.</summary>
internal abstract class ShopView
{
    public abstract FeatureViewDescriptor Descriptor { get; }

    public string Name => Descriptor.Name;

    /// <summary>Writes the features of the labelled moments, each with its label, to a file.</summary>
    public abstract Task<long> WriteTrainingSetAsync(
        FeatureStore store, IReadOnlyList<LabelledMoment> moments, TrainingFile file, IProgress<TrainingProgress> progress, CancellationToken cancellationToken);

    public abstract Task<MaterializationReport> MaterializeAsync(
        FeatureStore store, DateTime asOf, IProgress<MaterializationProgress> progress, CancellationToken cancellationToken);

    /// <summary>Reads what a checkout would read of this view: the features of a buyer at a merchant.</summary>
    public abstract Func<LabelledMoment, CancellationToken, ValueTask<object>> Reader(FeatureStore store);

    /// <summary>Checks the view against its meaning.</summary>
    public abstract ViewParity CreateParity(ParitySample sample);
}

/// <summary>A file to write a training set to.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsParquet">Whether it is Parquet; else CSV.</param>
internal sealed record TrainingFile(string Path, bool IsParquet);
