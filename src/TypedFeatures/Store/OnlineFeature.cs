namespace TypedFeatures;

/// <summary>What stands behind a served value.</summary>
public enum FeatureStatus
{
    /// <summary>The entity has a row within the view's longest look-back.</summary>
    Found,

    /// <summary>The entity has none, or the view was never materialized; the value is the empty value.</summary>
    NotFound,

    /// <summary>The entity's newest row is older than the view's <c>OnlineTtl</c>; the value is the empty value.</summary>
    Expired,
}

/// <summary>A served value with its status.</summary>
/// <typeparam name="TFeatures">The feature record.</typeparam>
/// <param name="Features">The features; never null.</param>
/// <param name="Status">What stands behind them.</param>
public readonly record struct OnlineFeature<TFeatures>(TFeatures Features, FeatureStatus Status);
