namespace TypedFeatures.DuckDb;

/// <summary>How a <see cref="DuckDbOfflineEngine"/> works.</summary>
public sealed class DuckDbOptions
{
    /// <summary>The folder that holds the lake: one folder of Parquet parts per source. It is made where it is missing.</summary>
    public required string LakeFolder { get; set; }

    /// <summary>
    /// How much memory DuckDB may use, in bytes; what is more goes to <see cref="ScratchFolder"/>. Null for DuckDB's own default, 80% of the machine's.
    /// </summary>
    public long? MemoryLimit { get; set; }

    /// <summary>How many threads DuckDB may use; null for one per core.</summary>
    public int? Threads { get; set; }

    /// <summary>Where queries put what does not fit in memory; null for a folder of the engine's own below the system's temporary folder.</summary>
    public string? ScratchFolder { get; set; }

    /// <summary>
    /// How long replaced parts stay on disk for queries of other processes that began before; the next ingestion after that time removes them.
    /// Queries of this process keep their parts as long as they run. One hour unless set.
    /// </summary>
    public TimeSpan ReplacedPartRetention { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The clock; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
