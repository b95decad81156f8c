using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>What a training set runs, with the key's and the spine's types hidden behind <see cref="Open"/>.</summary>
internal sealed record TrainingPlan<TRow, TFeatures>(
    IOfflineEngine Engine, FeatureViewDescriptor View, long? TotalRows, Func<CancellationToken, TrainingReader<TRow, TFeatures>> Open);
