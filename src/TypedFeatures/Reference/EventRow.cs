namespace TypedFeatures.Reference;

/// <summary>A row on its way through a definition.</summary>
/// <param name="Value">The source record, or what the definition made of it so far.</param>
/// <param name="EventTime">When it happened, in microseconds.</param>
/// <param name="Known">When it counts as known, in microseconds: its ingest time, else its event time; its event time where everything is known.</param>
/// <param name="Ingested">Its ingest time, else its event time, in microseconds: what orders rows of one event time, whatever counts as known.</param>
internal readonly record struct EventRow<T>(T Value, long EventTime, long Known, long Ingested)
{
    public EventRow<TResult> With<TResult>(TResult value) => new(value, EventTime, Known, Ingested);
}
