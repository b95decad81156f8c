namespace TypedFeatures;

/// <summary>One row of a training set.</summary>
/// <typeparam name="TRow">The caller's row: a spine row, or any row that one can be made of.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
/// <param name="Spine">The caller's own row, untouched, with whatever it carries (label, weight, id).</param>
/// <param name="Features">The features as they stood at the row's as-of instant; over an entity without rows, the empty value.</param>
/// <param name="Found">Whether the entity had a row within the view's longest look-back.</param>
public readonly record struct TrainingRow<TRow, TFeatures>(TRow Spine, TFeatures Features, bool Found);

/// <summary>One row of a labelled training set.</summary>
/// <typeparam name="TRow">The caller's row: a spine row, or any row that one can be made of.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
/// <typeparam name="TLabel">The label record.</typeparam>
/// <param name="Spine">The caller's own row, untouched, with whatever it carries (weight, id).</param>
/// <param name="Features">The features as they stood at the row's as-of instant; over an entity without rows, the empty value.</param>
/// <param name="Label">What happened within the label's horizon after that instant.</param>
/// <param name="Found">Whether the entity had a row within the view's longest look-back.</param>
public readonly record struct LabeledTrainingRow<TRow, TFeatures, TLabel>(TRow Spine, TFeatures Features, TLabel Label, bool Found);

/// <summary>How far a training set is.</summary>
/// <param name="Rows">The rows done.</param>
/// <param name="TotalRows">The rows to do, where the spine says how many it has.</param>
public readonly record struct TrainingProgress(long Rows, long? TotalRows);
