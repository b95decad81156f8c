using System.Text.Json;
using System.Text.Json.Serialization;
using TypedFeatures.Plans;

namespace TypedFeatures.DuckDb.Lake;

/// <summary>What a source is made of, as its <c>manifest.json</c> says. Readers see the parts it names and nothing else; it is replaced as a whole.</summary>
internal sealed record LakeManifest
{
    /// <summary>The layout that this code writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The layout of this manifest and its parts.</summary>
    public required int Format { get; init; }

    /// <summary>The source's name.</summary>
    public required string Source { get; init; }

    /// <summary>Counts the commits, from 1; 0 for a source that nothing was ingested into.</summary>
    public required long Generation { get; init; }

    /// <summary>The columns in declaration order.</summary>
    public required IReadOnlyList<LakeColumn> Columns { get; init; }

    /// <summary>
    /// How far the source is known, in microseconds: the greatest ingest time ever seen, or a later instant that was declared; null where there is neither.
    /// Never the greatest event time.
    /// </summary>
    public long? IngestWatermark { get; init; }

    /// <summary>The events, or the dimension's rows.</summary>
    public IReadOnlyList<LakePart> Rows { get; init; } = [];

    /// <summary>Later versions of events.</summary>
    public IReadOnlyList<LakePart> Versions { get; init; } = [];

    /// <summary>Rows that contradict another with the same event id.</summary>
    public IReadOnlyList<LakePart> Quarantine { get; init; } = [];

    /// <summary>Parts that are replaced but may still be read by queries that began before.</summary>
    public IReadOnlyList<ReplacedPart> Replaced { get; init; } = [];

    /// <summary>The active parts of one place.</summary>
    public IReadOnlyList<LakePart> this[DuckDbPlace place] => place switch
    {
        DuckDbPlace.Rows => Rows,
        DuckDbPlace.Versions => Versions,
        DuckDbPlace.Quarantine => Quarantine,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "No parts are kept there."),
    };

    /// <summary>All active parts.</summary>
    [JsonIgnore]
    public IEnumerable<LakePart> Active => Rows.Concat(Versions).Concat(Quarantine);

    /// <summary>A source that nothing was ingested into.</summary>
    public static LakeManifest Empty(SourceSchema schema) =>
        new() { Format = CurrentFormat, Source = schema.Name, Generation = 0, Columns = LakeColumn.Of(schema) };
}

/// <summary>A Parquet file of the source's folder.</summary>
/// <param name="File">The file's name, without folder.</param>
/// <param name="Rows">How many rows it holds.</param>
internal sealed record LakePart(string File, long Rows);

/// <summary>A part that is no longer active.</summary>
/// <param name="File">The file's name, without folder.</param>
/// <param name="ReplacedAt">When it was replaced, UTC.</param>
internal sealed record ReplacedPart(string File, DateTime ReplacedAt);

/// <summary>Reads and writes manifests without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(LakeManifest))]
internal sealed partial class LakeJson : JsonSerializerContext;
