namespace TypedFeatures.Parity;

/// <summary>A view to be compared, whatever its types.</summary>
public abstract class ViewCase
{
    public abstract string Name { get; }

    /// <summary>Whether entities have rows in several histories, because their keys cannot be told apart.</summary>
    public bool SharesKeys { get; init; }

    /// <summary>How much of it is compared.</summary>
    public CheckDepth Depth { get; init; } = new();

    public abstract FeatureViewDescriptor Descriptor { get; }

    /// <summary>This view with a fault planted in it.</summary>
    public abstract ViewCase With(IViewFault fault);

    /// <summary>Asks a store whether the view looks ahead, of some entities at an instant.</summary>
    /// <param name="store">The store.</param>
    /// <param name="rows">The rows in it.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="entities">How many entities, the first ones that rows belong to.</param>
    public abstract Task<LookaheadReport> VerifyNoLookaheadAsync(FeatureStore store, SourceRows rows, DateTime asOf, int entities);

    public abstract Task CheckAsync(IReadOnlyList<Arena> arenas, IReadOnlyList<ReferenceScope> scopes, ParityReport report, Random random);
}

/// <summary>Histories whose entities have no rows elsewhere.</summary>
/// <param name="Rows">Their rows.</param>
/// <param name="Clock">The instants they are read at.</param>
public sealed record ReferenceScope(SourceRows Rows, Clock Clock);

/// <summary>Asks the generated reference of a view for several entities.</summary>
public delegate IReadOnlyList<TFeatures> Reference<TKey, TFeatures>(
    IReadOnlyList<TKey> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows);

/// <summary>A view to be compared.</summary>
public sealed class ViewCase<TKey, TFeatures, TSpine> : ViewCase
    where TKey : notnull
    where TFeatures : class
{
    public required FeatureView<TKey, TFeatures, TSpine> View { get; init; }

    /// <summary>The type of the records, where the view hands them out as objects.</summary>
    public Type Record { get; init; } = typeof(TFeatures);

    public required Func<TKey, DateTime, TSpine> Spine { get; init; }

    /// <summary>The entities that rows may belong to, and one or more that none does.</summary>
    public required Func<SourceRows, IEnumerable<TKey>> Keys { get; init; }

    /// <summary>The key of a record.</summary>
    public required Func<TFeatures, TKey> KeyOf { get; init; }

    public required Reference<TKey, TFeatures> Reference { get; init; }

    /// <summary>The objects beside the features that say what comparing needs; null where the features say it themselves.</summary>
    public Reference<TKey, object>? Companions { get; init; }

    public override string Name => View.Name;

    public override FeatureViewDescriptor Descriptor => View.Descriptor;

    public override ViewCase With(IViewFault fault) => With(fault.Plant(View));

    /// <summary>A view in place of this one, for mutations.</summary>
    public ViewCase<TKey, TFeatures, TSpine> With(FeatureView<TKey, TFeatures, TSpine> view) => new()
    {
        SharesKeys = SharesKeys, View = view, Record = Record, Spine = Spine, Keys = Keys, KeyOf = KeyOf, Reference = Reference, Companions = Companions, Depth = Depth,
    };

    public override Task<LookaheadReport> VerifyNoLookaheadAsync(FeatureStore store, SourceRows rows, DateTime asOf, int entities)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.VerifyNoLookaheadAsync(View, Keys(rows).Distinct().Take(entities).Select(key => Spine(key, asOf)));
    }

    public override async Task CheckAsync(IReadOnlyList<Arena> arenas, IReadOnlyList<ReferenceScope> scopes, ParityReport report, Random random)
    {
        var oracle = new Oracle<TKey, TFeatures, TSpine>(this);
        var entities = scopes.Select(s => new ScopedKeys<TKey>(s, Keys(s.Rows).Distinct().ToList())).ToList();
        var training = new TrainingCheck<TKey, TFeatures, TSpine>(this, oracle, report, random);
        var sample = entities.Select(e => e with { Keys = [.. e.Keys.Take(Depth.Entities)] }).ToList();
        await training.RunAsync(arenas, sample, Knowledge.Recorded);
        if (Depth.Hindsight)
        {
            await training.RunAsync(arenas, sample, Knowledge.Everything);
        }

        foreach (var watermark in scopes[0].Clock.Instants.TakeLast(Depth.Watermarks))
        {
            if (Depth.Snapshots)
            {
                await new SnapshotCheck<TKey, TFeatures, TSpine>(this, oracle, report).RunAsync(arenas, entities, watermark);
            }

            await new OnlineCheck<TKey, TFeatures, TSpine>(this, oracle, report, random).RunAsync(arenas, sample, watermark);
        }
    }
}

/// <summary>How much of a view is compared.</summary>
public sealed record CheckDepth
{
    /// <summary>How many instants of the clock, the last ones, serve as watermarks.</summary>
    public int Watermarks { get; init; } = int.MaxValue;

    /// <summary>How many more as-of instants are drawn, at which a row enters or leaves a window.</summary>
    public int Boundaries { get; init; } = 5;

    /// <summary>How many entities are trained and served, the first ones; snapshots have all.</summary>
    public int Entities { get; init; } = int.MaxValue;

    /// <summary>How many rows that fail are trained, each in a query of its own.</summary>
    public int FailingRows { get; init; } = 5;

    /// <summary>How long after the watermark states are read.</summary>
    public IReadOnlyList<TimeSpan> ReadAfter { get; init; } =
        [TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(37), TimeSpan.FromDays(200)];

    /// <summary>Whether training knows everything, too.</summary>
    public bool Hindsight { get; init; } = true;

    /// <summary>Whether snapshots are compared.</summary>
    public bool Snapshots { get; init; } = true;

    /// <summary>Whether states go through a store, too.</summary>
    public bool Served { get; init; } = true;
}

/// <summary>Entities and where their rows are.</summary>
public sealed record ScopedKeys<TKey>(ReferenceScope Scope, IReadOnlyList<TKey> Keys);
