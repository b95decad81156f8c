using System.Diagnostics.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures;

/// <summary>What is known of a label without running it: names, types, horizon and the SQL printed for each engine.</summary>
public sealed record LabelDescriptor
{
    /// <summary>The label's name in the registry.</summary>
    public required string Name { get; init; }

    /// <summary>The label's version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The team that answers for it; empty where none is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The text of the record's XML summary.</summary>
    public string Description { get; init; } = "";

    /// <summary>A hash of the normalised definition, 16 hexadecimal digits: equal hashes mean equal meaning.</summary>
    public required string ContractHash { get; init; }

    /// <summary>The longest window: how long after its as-of instant a label is over.</summary>
    public required TimeSpan Horizon { get; init; }

    /// <summary>The entity key, in declaration order of its properties.</summary>
    public required EquatableArray<FieldSchema> Keys { get; init; }

    /// <summary>The values, in declaration order.</summary>
    public required EquatableArray<FieldSchema> Values { get; init; }

    /// <summary>The source of outcomes first, then the joined dimensions.</summary>
    public required EquatableArray<SourceSchema> Sources { get; init; }

    /// <summary>The SQL for each engine.</summary>
    public required EquatableArray<LabelPlans> Plans { get; init; }

    /// <summary>The plans of one engine.</summary>
    /// <exception cref="InvalidOperationException">The label was compiled without plans for that engine.</exception>
    public LabelPlans PlansFor(string engine) =>
        Plans.FirstOrDefault(p => p.Engine == engine)
        ?? throw new InvalidOperationException(
            $"Label '{Name}' has no SQL for engine '{engine}'; it was compiled for {string.Join(", ", Plans.Select(p => p.Engine))}.");
}

/// <summary>
/// The SQL of one label on one engine, printed at compile time. It reads a table <c>spine</c>: <c>ordinal</c> (bigint), the key columns and <c>as_of</c>,
/// of rows whose horizon is over; other columns of it do no harm.
/// </summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Training">Columns <c>ordinal</c>, the keys, <c>as_of</c>, the values, <c>found</c>; one row per spine row, in spine order.</param>
/// <param name="Setup">Statements that make it fast (indexes); safe to run again.</param>
public sealed record LabelPlans(string Engine, string Training, EquatableArray<string> Setup)
{
    /// <summary>The plan that the generator wrote for an engine.</summary>
    /// <param name="texts">The generated class of the engine's SQL.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="setup">Statements that make the plans fast.</param>
    /// <exception cref="ArgumentException">The class lacks a text.</exception>
    public static LabelPlans Of([DynamicallyAccessedMembers(SqlTexts.Members)] Type texts, string engine, params string[] setup) =>
        new(engine,
            SqlTexts.Read(texts, nameof(Training)),
            setup.ToEquatableArray());
}
