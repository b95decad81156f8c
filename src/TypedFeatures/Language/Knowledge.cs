namespace TypedFeatures;

/// <summary>What an as-of instant is taken to know.</summary>
public enum Knowledge
{
    /// <summary>The rows known by then, as serving would have seen them: by their ingest time where the source has one, else by their event time.</summary>
    Recorded,

    /// <summary>Every row that had happened by then, whenever it was ingested: known at its event time.</summary>
    Everything,
}
