using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>What a training set runs, with the spine's type hidden behind <see cref="Open"/>.</summary>
/// <param name="Engine">Where it runs.</param>
/// <param name="Name">The view or service, for messages.</param>
/// <param name="SpineFields">The result's columns between <c>ordinal</c> and <c>as_of</c>.</param>
/// <param name="Features">The result's columns between <c>as_of</c> and <c>found</c>.</param>
/// <param name="TotalRows">The number of rows, where the spine says it.</param>
/// <param name="Open">Starts the query.</param>
internal sealed record TrainingPlan<TRow, TFeatures>(
    IOfflineEngine Engine,
    string Name,
    IReadOnlyList<FieldSchema> SpineFields,
    IReadOnlyList<FieldSchema> Features,
    long? TotalRows,
    Func<CancellationToken, TrainingReader<TRow, TFeatures>> Open);
