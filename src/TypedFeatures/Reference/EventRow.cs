namespace TypedFeatures.Reference;

/// <summary>A row on its way through a definition.</summary>
/// <param name="Value">The source record, or what the definition made of it so far.</param>
/// <param name="EventTime">When it happened, in microseconds.</param>
/// <param name="Known">When it was known, in microseconds: its ingest time, else its event time.</param>
internal readonly record struct EventRow<T>(T Value, long EventTime, long Known)
{
    public EventRow<TResult> With<TResult>(TResult value) => new(value, EventTime, Known);
}
