namespace TypedFeatures.Parity.Tests;

/// <summary>A view to be compared, whatever its types.</summary>
internal abstract class ViewCase
{
    public abstract string Name { get; }

    /// <summary>Whether entities have rows in several histories, because their keys cannot be told apart.</summary>
    public bool SharesKeys { get; init; }

    public abstract FeatureViewDescriptor Descriptor { get; }

    public abstract Task CheckAsync(IReadOnlyList<Arena> arenas, IReadOnlyList<ReferenceScope> scopes, ParityReport report, Random random);
}

/// <summary>Histories whose entities have no rows elsewhere.</summary>
/// <param name="Rows">Their rows.</param>
/// <param name="Clock">The instants they are read at.</param>
internal sealed record ReferenceScope(SourceRows Rows, Clock Clock);

/// <summary>Asks the generated reference of a view for several entities.</summary>
internal delegate IReadOnlyList<TFeatures> Reference<TKey, TFeatures>(
    IReadOnlyList<TKey> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows);

/// <summary>A view to be compared.</summary>
internal sealed class ViewCase<TKey, TFeatures, TSpine> : ViewCase
    where TKey : notnull
    where TFeatures : class
{
    public required FeatureView<TKey, TFeatures, TSpine> View { get; init; }

    public required Func<TKey, DateTime, TSpine> Spine { get; init; }

    /// <summary>The entities that rows may belong to, and one or more that none does.</summary>
    public required Func<SourceRows, IEnumerable<TKey>> Keys { get; init; }

    /// <summary>The key of a record.</summary>
    public required Func<TFeatures, TKey> KeyOf { get; init; }

    public required Reference<TKey, TFeatures> Reference { get; init; }

    public override string Name => View.Name;

    public override FeatureViewDescriptor Descriptor => View.Descriptor;

    /// <summary>A view in place of this one, for mutations.</summary>
    public ViewCase<TKey, TFeatures, TSpine> With(FeatureView<TKey, TFeatures, TSpine> view) => new()
    {
        SharesKeys = SharesKeys, View = view, Spine = Spine, Keys = Keys, KeyOf = KeyOf, Reference = Reference,
    };

    public override async Task CheckAsync(IReadOnlyList<Arena> arenas, IReadOnlyList<ReferenceScope> scopes, ParityReport report, Random random)
    {
        var oracle = new Oracle<TKey, TFeatures, TSpine>(this);
        var entities = scopes.Select(s => new ScopedKeys<TKey>(s, Keys(s.Rows).Distinct().ToList())).ToList();
        var training = new TrainingCheck<TKey, TFeatures, TSpine>(this, oracle, report, random);
        await training.RunAsync(arenas, entities, Knowledge.Recorded);
        await training.RunAsync(arenas, entities, Knowledge.Everything);
        foreach (var watermark in scopes[0].Clock.Instants)
        {
            await new SnapshotCheck<TKey, TFeatures, TSpine>(this, oracle, report).RunAsync(arenas, entities, watermark);
            await new OnlineCheck<TKey, TFeatures, TSpine>(this, oracle, report, random).RunAsync(arenas, entities, watermark);
        }
    }
}

/// <summary>Entities and where their rows are.</summary>
internal sealed record ScopedKeys<TKey>(ReferenceScope Scope, IReadOnlyList<TKey> Keys);
