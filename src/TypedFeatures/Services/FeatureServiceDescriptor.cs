using System.Diagnostics.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures;

/// <summary>What is known of a feature service without running it.</summary>
public sealed record FeatureServiceDescriptor
{
    /// <summary>The service's name in the registry.</summary>
    public required string Name { get; init; }

    /// <summary>The service's version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The team that answers for it; empty where none is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The text of the record's XML summary.</summary>
    public string Description { get; init; } = "";

    /// <summary>A hash of the normalised definition, its views' included, 16 hexadecimal digits.</summary>
    public required string ContractHash { get; init; }

    /// <summary>The entity keys it is asked with, in the order of the generated <c>Request</c>.</summary>
    public required EquatableArray<FieldSchema> Keys { get; init; }

    /// <summary>The request's values, after the keys in the generated <c>Request</c>.</summary>
    public required EquatableArray<FieldSchema> Inputs { get; init; }

    /// <summary>The features: those of the views in declaration order, then the on-demand ones.</summary>
    public required EquatableArray<FieldSchema> Features { get; init; }

    /// <summary>The names of the numbers that <c>CopyTo</c> writes, in its order.</summary>
    public required EquatableArray<string> VectorNames { get; init; }

    /// <summary>The SQL for each engine.</summary>
    public required EquatableArray<ServicePlans> Plans { get; init; }

    /// <summary>The plans of one engine.</summary>
    /// <exception cref="InvalidOperationException">The service was compiled without plans for that engine.</exception>
    public ServicePlans PlansFor(string engine) =>
        Plans.FirstOrDefault(p => p.Engine == engine)
        ?? throw new InvalidOperationException(
            $"Feature service '{Name}' has no SQL for engine '{engine}'; it was compiled for {string.Join(", ", Plans.Select(p => p.Engine))}.");
}

/// <summary>
/// The SQL of one service on one engine, printed at compile time. Sources are tables of their own name; the table <c>spine</c> has <c>ordinal</c> (bigint), the keys,
/// the request's values, and <c>as_of</c>.
/// </summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Training">Columns <c>ordinal</c>, the keys, the request's values, <c>as_of</c>, the features, <c>found</c> (in all views); one row per spine row, in spine order.</param>
/// <param name="TrainingKnowingEverything">The same with every row known at its event time.</param>
/// <param name="Setup">Statements that make the plans fast (indexes); safe to run again.</param>
public sealed record ServicePlans(string Engine, string Training, string TrainingKnowingEverything, EquatableArray<string> Setup)
{
    /// <summary>The plans that the generator wrote for an engine.</summary>
    /// <param name="texts">The generated class of the engine's SQL.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="setup">Statements that make the plans fast.</param>
    /// <exception cref="ArgumentException">The class lacks a text.</exception>
    public static ServicePlans Of([DynamicallyAccessedMembers(SqlTexts.Members)] Type texts, string engine, params string[] setup) =>
        new(engine,
            SqlTexts.Read(texts, nameof(Training)),
            SqlTexts.Read(texts, nameof(TrainingKnowingEverything)),
            setup.ToEquatableArray());
}
