using System.Text.Json;
using System.Text.Json.Serialization;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Ingest;

/// <summary>What a source is made of. Queries see the batches it names and nothing else; an ingestion ends with a new one.</summary>
internal sealed record SourceManifest
{
    /// <summary>The layout that this code writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The layout of this manifest and its table.</summary>
    public required int Format { get; init; }

    /// <summary>The columns as they were declared when it was written.</summary>
    public required string Signature { get; init; }

    /// <summary>How far the source is known, in microseconds: the greatest ingest time ever seen, or what was said to be known by then; null where nothing says it.</summary>
    public long? IngestWatermark { get; init; }

    /// <summary>The events, or the dimension's rows.</summary>
    public IReadOnlyList<RowBatch> Rows { get; init; } = [];

    /// <summary>Later versions of events.</summary>
    public IReadOnlyList<RowBatch> Versions { get; init; } = [];

    /// <summary>Rows that contradict another with the same event id.</summary>
    public IReadOnlyList<RowBatch> Quarantine { get; init; } = [];

    /// <summary>Batches that are replaced but may still be asked for by queries that read an older manifest.</summary>
    public IReadOnlyList<ReplacedBatch> Replaced { get; init; } = [];

    /// <summary>The batches of one place.</summary>
    public IReadOnlyList<RowBatch> this[ClickHousePlace place] => place switch
    {
        ClickHousePlace.Rows => Rows,
        ClickHousePlace.Versions => Versions,
        _ => Quarantine,
    };

    /// <summary>Every batch that must stay.</summary>
    [JsonIgnore]
    public IEnumerable<string> Kept => Rows.Concat(Versions).Concat(Quarantine).Select(b => b.Name).Concat(Replaced.Select(r => r.Name));

    /// <summary>The names that statements speak of.</summary>
    [JsonIgnore]
    public ClickHouseBatches Batches => new([.. Rows.Select(b => b.Name)], [.. Versions.Select(b => b.Name)], [.. Quarantine.Select(b => b.Name)]);

    /// <summary>A source that nothing was ingested into.</summary>
    public static SourceManifest Empty(SourceSchema source) => new() { Format = CurrentFormat, Signature = ClickHouseSignature.Of(source) };

    /// <summary>Reads a manifest of a source as it is declared now.</summary>
    /// <exception cref="OfflineEngineException">Another layout, or other columns.</exception>
    public static SourceManifest Parse(SourceSchema source, string json)
    {
        var manifest = JsonSerializer.Deserialize(json, ManifestJson.Default.SourceManifest)
            ?? throw new OfflineEngineException($"Source '{source.Name}' has an empty manifest in ClickHouse.");
        if (manifest.Format != CurrentFormat)
        {
            throw new OfflineEngineException(
                $"Source '{source.Name}' is stored in ClickHouse in format {manifest.Format}; this version reads {CurrentFormat}. Use the version that wrote it, or a newer one.");
        }

        return ClickHouseSignature.Difference(manifest.Signature, source) is not { } difference
            ? manifest
            : throw new OfflineEngineException(
                $"Source '{source.Name}' is stored in another shape than it is declared now: {difference}. "
                + "Restore the declaration, give the changed source another name, or ingest it into another database.");
    }

    /// <summary>The manifest as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Default.SourceManifest);
}

/// <summary>The rows that one ingestion wrote to one place.</summary>
/// <param name="Name">The partition.</param>
/// <param name="Count">How many rows it holds.</param>
internal sealed record RowBatch(string Name, long Count);

/// <summary>A batch that counts no more.</summary>
/// <param name="Name">The partition.</param>
/// <param name="ReplacedAt">When it was replaced, UTC.</param>
internal sealed record ReplacedBatch(string Name, DateTime ReplacedAt);

/// <summary>Reads and writes manifests without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SourceManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
