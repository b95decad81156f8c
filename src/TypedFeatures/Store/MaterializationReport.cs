namespace TypedFeatures;

/// <summary>What a materialization did.</summary>
/// <param name="Entities">The entities written, those without rows included.</param>
/// <param name="Rows">The rows of history that their states were built of.</param>
/// <param name="Watermark">The knowledge instant of the states, UTC.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record MaterializationReport(long Entities, long Rows, DateTime Watermark, TimeSpan Elapsed);

/// <summary>How far a materialization is.</summary>
/// <param name="Entities">The entities built so far.</param>
/// <param name="Rows">The rows read so far.</param>
public readonly record struct MaterializationProgress(long Entities, long Rows);
