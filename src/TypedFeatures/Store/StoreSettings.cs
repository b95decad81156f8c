namespace TypedFeatures;

/// <summary>The options as they were when the store opened: later changes of the options object do not reach an open store.</summary>
internal sealed record StoreSettings(
    string OnlineNamespace, int TrainingBatchRows, int MaterializationBatchEntities, TimeProvider TimeProvider)
{
    public static StoreSettings Of(FeatureStoreOptions options) =>
        new(options.OnlineNamespace, options.TrainingBatchRows, options.MaterializationBatchEntities, options.TimeProvider);
}
