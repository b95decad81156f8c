using System.Diagnostics.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures;

/// <summary>What is known of a feature view without running it: names, types, owners and the SQL printed for each engine.</summary>
public sealed record FeatureViewDescriptor
{
    /// <summary>The view's name in the registry.</summary>
    public required string Name { get; init; }

    /// <summary>The view's version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The team that answers for it; empty where none is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The text of the record's XML summary.</summary>
    public string Description { get; init; } = "";

    /// <summary>How long the online store remembers an entity after its newest row; null for ever.</summary>
    public TimeSpan? OnlineTtl { get; init; }

    /// <summary>How old online values may become before monitoring complains; null where nothing is promised.</summary>
    public TimeSpan? Freshness { get; init; }

    /// <summary>A hash of the normalised definition, 16 hexadecimal digits: equal hashes mean equal state layouts and equal meaning.</summary>
    public required string ContractHash { get; init; }

    /// <summary>The longest look-back of any window; null where a window takes the whole past.</summary>
    public required TimeSpan? LongestLookback { get; init; }

    /// <summary>The entity key, in declaration order of its properties.</summary>
    public required EquatableArray<FieldSchema> Keys { get; init; }

    /// <summary>The features, in declaration order.</summary>
    public required EquatableArray<FieldSchema> Features { get; init; }

    /// <summary>The event source first, then the joined dimensions, and in place of a joined view its sources.</summary>
    public required EquatableArray<SourceSchema> Sources { get; init; }

    /// <summary>The views whose snapshots it joins.</summary>
    public EquatableArray<JoinedView> Views { get; init; }

    /// <summary>The SQL for each engine.</summary>
    public required EquatableArray<EnginePlans> Plans { get; init; }

    /// <summary>The plans of one engine.</summary>
    /// <exception cref="InvalidOperationException">The view was compiled without plans for that engine.</exception>
    public EnginePlans PlansFor(string engine) =>
        Plans.FirstOrDefault(p => p.Engine == engine)
        ?? throw new InvalidOperationException(
            $"Feature view '{Name}' has no SQL for engine '{engine}'; it was compiled for {string.Join(", ", Plans.Select(p => p.Engine))}.");
}

/// <summary>A key or feature of a view: its C# property, its column, its type and what it means.</summary>
/// <param name="Property">The C# property.</param>
/// <param name="Name">The column name in SQL and in files.</param>
/// <param name="Type">The type.</param>
/// <param name="Description">The text of its XML summary; empty where there is none.</param>
public sealed record FieldSchema(string Property, string Name, ScalarType Type, string Description = "")
{
    private const int Parts = 4;

    /// <summary>Fields as generated code lists them: of each the property, the column, the type in <see cref="ScalarTypeNotation"/> and what it means.</summary>
    /// <exception cref="ArgumentException">A part is missing.</exception>
    /// <exception cref="FormatException">A type is none.</exception>
    public static EquatableArray<FieldSchema> ListOf(params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Length % Parts == 0
            ? parts.Chunk(Parts).Select(field => new FieldSchema(field[0], field[1], ScalarTypeNotation.Read(field[2]), field[3])).ToEquatableArray()
            : throw new ArgumentException($"Each field has {Parts} parts: property, column, type, description.", nameof(parts));
    }
}

/// <summary>A view whose snapshots another one joins.</summary>
/// <param name="Name">Its name in the registry.</param>
/// <param name="Version">Its version.</param>
/// <param name="ContractHash">The hash of its normalised definition, which is a part of that of the view that joins it.</param>
/// <param name="Every">How far apart its snapshots are.</param>
public sealed record JoinedView(string Name, int Version, string ContractHash, TimeSpan Every);

/// <summary>
/// The SQL of one view on one engine, printed at compile time. Sources are tables of their own name. The training plans and
/// <see cref="StateFeedOfKeys"/> read a table <c>spine</c>: <c>ordinal</c> (bigint), the key columns, and for training <c>as_of</c>.
/// The others take the parameter <c>$as_of</c>, an instant.
/// </summary>
/// <param name="Engine">The engine's name: <c>clickhouse</c>, <c>duckdb</c>, <c>postgres</c> or <c>sqlite</c>.</param>
/// <param name="Training">Columns <c>ordinal</c>, the keys, <c>as_of</c>, the features, <c>found</c>; one row per spine row, in spine order.</param>
/// <param name="TrainingKnowingEverything">The same with every row known at its event time.</param>
/// <param name="Snapshot">Columns: the keys, the features; one row per found entity.</param>
/// <param name="StateFeed">Columns: the keys, <c>event_time</c>, where order matters <c>ingest_time</c> (if the source has one) and <c>event_id</c>,
/// then the state columns; entity by entity, each in event order; the rows known by <c>$as_of</c> and still in some window, future-dated ones included.</param>
/// <param name="StateFeedOfKeys">The same for the entities in <c>spine</c> only.</param>
/// <param name="Setup">Statements that make the plans fast (indexes); safe to run again.</param>
public sealed record EnginePlans(
    string Engine,
    string Training,
    string TrainingKnowingEverything,
    string Snapshot,
    string StateFeed,
    string StateFeedOfKeys,
    EquatableArray<string> Setup)
{
    /// <summary>The plans that the generator wrote for an engine.</summary>
    /// <param name="texts">The generated class of the engine's SQL.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="setup">Statements that make the plans fast.</param>
    /// <exception cref="ArgumentException">The class lacks a text.</exception>
    public static EnginePlans Of([DynamicallyAccessedMembers(SqlTexts.Members)] Type texts, string engine, params string[] setup) =>
        new(engine,
            SqlTexts.Read(texts, nameof(Training)),
            SqlTexts.Read(texts, nameof(TrainingKnowingEverything)),
            SqlTexts.Read(texts, nameof(Snapshot)),
            SqlTexts.Read(texts, nameof(StateFeed)),
            SqlTexts.Read(texts, nameof(StateFeedOfKeys)),
            setup.ToEquatableArray());
}
