namespace TypedFeatures;

/// <summary>Which rows an as-of instant may see.</summary>
public enum Knowledge
{
    /// <summary>Those that were known then, by their ingest time: what serving would have seen.</summary>
    Recorded,

    /// <summary>Those that had happened by then, as if every row had been known at its event time.</summary>
    Everything,
}
