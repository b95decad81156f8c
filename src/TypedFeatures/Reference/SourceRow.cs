namespace TypedFeatures.Reference;

/// <summary>A checked row of a source with what order and knowledge need of it.</summary>
/// <param name="Row">The row, its values as they would be stored.</param>
/// <param name="Id">The event id; null for dimension rows.</param>
/// <param name="Time">The event time or valid-from, in microseconds.</param>
/// <param name="Known">The ingest time, else <paramref name="Time"/>, in microseconds.</param>
/// <param name="Until">When a dimension row ends, exclusive, in microseconds; <see cref="long.MaxValue"/> where it does not, <see cref="long.MinValue"/> for a tombstone.</param>
internal readonly record struct SourceRow<T>(T Row, object? Id, long Time, long Known, long Until = long.MaxValue);
