using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>What a training set runs, with the spine's type hidden behind <see cref="Open"/>.</summary>
/// <param name="Engine">Where it runs.</param>
/// <param name="Name">The view or service, for messages.</param>
/// <param name="SpineFields">The result's columns between <c>ordinal</c> and <c>as_of</c>.</param>
/// <param name="Features">The result's columns between <c>as_of</c> and <c>found</c>.</param>
/// <param name="TotalRows">The number of rows, where the spine says it.</param>
/// <param name="Open">Starts a run.</param>
internal sealed record TrainingPlan<TRow, TFeatures>(
    IOfflineEngine Engine,
    string Name,
    IReadOnlyList<FieldSchema> SpineFields,
    IReadOnlyList<FieldSchema> Features,
    long? TotalRows,
    Func<TrainingRun<TRow>, CancellationToken, TrainingReader<TRow, TFeatures>> Open);

/// <summary>One enumeration of a training set.</summary>
/// <param name="Rules">Which rows of the spine are in the set.</param>
/// <param name="Label">What they are labelled with; null for nothing.</param>
/// <param name="Tally">Counts what becomes of the rows.</param>
internal sealed record TrainingRun<TRow>(IReadOnlyList<RowRule> Rules, LabelJoin<TRow>? Label, TrainingTally Tally);
