using System.Collections;
using System.Reflection;
using TypedFeatures.Offline;
using TypedFeatures.Online;

namespace TypedFeatures.Parity.Definitions;

/// <summary>A view out of compiled text, whatever its types.</summary>
public abstract class CompiledView
{
    private protected CompiledView(Type type) => Type = type;

    /// <summary>The record.</summary>
    public Type Type { get; }

    public abstract Type KeyType { get; }

    public abstract FeatureViewDescriptor Descriptor { get; }

    /// <summary>The key out of its parts, in the order in which the record declares them.</summary>
    public object Key(params object?[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return Descriptor.Keys.Count == 1
            ? CellValue.As(KeyType, parts.Single())!
            : Activator.CreateInstance(KeyType, [.. parts.Zip(KeyType.GetConstructors().Single(c => c.GetParameters().Length == parts.Length).GetParameters(), (p, c) => CellValue.As(c.ParameterType, p))])!;
    }

    /// <summary>The view to compare.</summary>
    /// <param name="keys">The entities that rows may belong to.</param>
    /// <param name="companion">What says whether entities are found and how large values were; see <see cref="CompanionQuery"/>. Null where the view does.</param>
    /// <param name="depth">How much to compare.</param>
    public abstract ViewCase Case(Func<SourceRows, IEnumerable<object>> keys, Type? companion, CheckDepth depth);

    /// <summary>Every way to compute the view over rows, at the points of a spine.</summary>
    /// <param name="engines">The engines.</param>
    /// <param name="rows">The rows, in order of arrival.</param>
    /// <param name="spine">Entities and instants.</param>
    /// <param name="cancellationToken">Stops.</param>
    public abstract Task<IReadOnlyList<PathResult>> RunAsync(
        IReadOnlyList<EngineKind> engines, IReadOnlyList<object> rows, IReadOnlyList<SpinePoint> spine, CancellationToken cancellationToken = default);

    /// <summary>The reference: the features of entities, out of rows as they are given.</summary>
    /// <param name="keys">The entities; see <see cref="Key"/>.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="knownBy">The knowledge instant, where it is another.</param>
    /// <param name="knowledge">When rows count as known.</param>
    /// <param name="rowsOf">The rows of a source, as a sequence of the type.</param>
    public abstract IReadOnlyList<object> Evaluate(
        IReadOnlyList<object> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, Func<Type, IEnumerable> rowsOf);

    /// <summary>The features of entities in a training set, and whether each was found.</summary>
    public abstract Task<IReadOnlyList<(object Features, bool Found)>> TrainAsync(FeatureStore store, IReadOnlyList<SpinePoint> points, Knowledge knowledge);

    /// <summary>The entities of a snapshot.</summary>
    public abstract Task<IReadOnlyDictionary<object, object>> SnapshotAsync(FeatureStore store, DateTime asOf);

    /// <summary>Makes a view readable online, as known by an instant.</summary>
    public abstract Task MaterializeAsync(FeatureStore store, DateTime watermark);

    /// <summary>The features of an entity online, and what is known of it.</summary>
    public abstract Task<(object Features, FeatureStatus Status)> ServeAsync(FeatureStore store, object key, DateTime asOf);

    /// <summary>The features out of states that were built from an engine's feed: in its order, in another, and written and read back on the way.</summary>
    public abstract Task<IReadOnlyList<(string Path, Func<(object Features, bool Found)> Read)>> StatesAsync(IOfflineEngine engine, object key, DateTime watermark, DateTime asOf);

    internal static PropertyInfo? PropertyOf(Type type) => type.GetProperty("View", BindingFlags.Public | BindingFlags.Static);

    /// <summary>The view, or feature table, of a record.</summary>
    public static CompiledView Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var view = PropertyOf(type)!.GetValue(null)!;
        return (CompiledView)Activator.CreateInstance(typeof(CompiledView<,,>).MakeGenericType(TypesOf(view)), type, view)!;
    }

    /// <summary>The types of a compiled view: key, record and spine.</summary>
    public static Type[] TypesOf(object view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var type = view.GetType();
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(FeatureView<,,>))
        {
            type = type.BaseType ?? throw new ArgumentException($"{view.GetType()} is no feature view.", nameof(view));
        }

        return type.GetGenericArguments();
    }
}

/// <summary>An entity at an instant.</summary>
/// <param name="Key">The key; see <see cref="CompiledView.Key"/>.</param>
/// <param name="AsOf">The instant.</param>
public sealed record SpinePoint(object Key, DateTime AsOf);

/// <summary>What one way to compute a view says at one point.</summary>
/// <param name="Path">The way: <c>reference</c>, <c>duckdb training</c>, <c>duckdb snapshot</c>, <c>duckdb online</c> …</param>
/// <param name="Point">The point.</param>
/// <param name="Values">The features by property; null where there is a failure, or where a snapshot leaves out an entity that is not found.</param>
/// <param name="Found">Whether the entity is found; null where the path does not say.</param>
/// <param name="Failure">What failed.</param>
public sealed record PathResult(string Path, SpinePoint Point, IReadOnlyDictionary<string, object?>? Values, bool? Found, Exception? Failure);

/// <inheritdoc/>
public sealed class CompiledView<TKey, TFeatures, TSpine>(Type type, FeatureView<TKey, TFeatures, TSpine> view) : CompiledView(type)
    where TKey : notnull
    where TFeatures : class
{
    private readonly MethodInfo evaluate = type.GetMethod("EvaluateMany", BindingFlags.Public | BindingFlags.Static)!;
    private readonly Func<TKey, DateTime, TSpine> spine = SpineOf();

    public override Type KeyType => typeof(TKey);

    public override FeatureViewDescriptor Descriptor => view.Descriptor;

    public override ViewCase Case(Func<SourceRows, IEnumerable<object>> keys, Type? companion, CheckDepth depth) => new ViewCase<object, object, SpinePoint>
    {
        View = new ErasedView<TKey, TFeatures, TSpine>(view),
        Record = typeof(TFeatures),
        Spine = (key, asOf) => new(key, asOf),
        Keys = keys,
        KeyOf = features => KeyOf((TFeatures)features),
        Reference = (points, asOf, knownBy, knowledge, rows) => Evaluate(points, asOf, knownBy, knowledge, rows.Of),
        Companions = companion is null ? null : new CompanionQuery(companion).Evaluate,
        Depth = depth,
        SharesKeys = true,
    };

    public override Task<IReadOnlyList<PathResult>> RunAsync(
        IReadOnlyList<EngineKind> engines, IReadOnlyList<object> rows, IReadOnlyList<SpinePoint> spine, CancellationToken cancellationToken = default) =>
        new DefinitionRun<TKey, TFeatures, TSpine>(view, this.spine, KeyOf, Evaluate).RunAsync(engines, rows, spine, cancellationToken);

    public override IReadOnlyList<object> Evaluate(
        IReadOnlyList<object> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, Func<Type, IEnumerable> rowsOf) =>
        Evaluate(Array.ConvertAll<object, TKey>([.. keys], key => (TKey)key), asOf, knownBy, knowledge, rowsOf);

    public override async Task<IReadOnlyList<(object Features, bool Found)>> TrainAsync(FeatureStore store, IReadOnlyList<SpinePoint> points, Knowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(store);
        var read = new List<(object, bool)>();
        await foreach (var row in store.Training(view, points, p => spine((TKey)p.Key, p.AsOf), knowledge))
        {
            read.Add((row.Features, row.Found));
        }

        return read;
    }

    public override async Task<IReadOnlyDictionary<object, object>> SnapshotAsync(FeatureStore store, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = new Dictionary<object, object>();
        await foreach (var features in store.Snapshot(view, asOf))
        {
            found.Add(KeyOf(features), features);
        }

        return found;
    }

    public override Task MaterializeAsync(FeatureStore store, DateTime watermark)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.MaterializeAsync(view, watermark);
    }

    public override async Task<(object Features, FeatureStatus Status)> ServeAsync(FeatureStore store, object key, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(store);
        var served = await store.Online(view).GetWithStatusAsync((TKey)key, asOf);
        return (served.Features, served.Status);
    }

    public override async Task<IReadOnlyList<(string Path, Func<(object Features, bool Found)> Read)>> StatesAsync(
        IOfflineEngine engine, object key, DateTime watermark, DateTime asOf)
    {
        var states = await new FeedStates<TKey, TFeatures>(view).BuildAsync(engine, (TKey)key, watermark, new Random(1));
        return [.. states.Select(s => (s.Path, (Func<(object, bool)>)(() => (s.State.Evaluate((TKey)key, Instant.FromDateTime(asOf), out var found), found))))];
    }

    private IReadOnlyList<TFeatures> Evaluate(IReadOnlyList<TKey> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows) =>
        Evaluate(keys, asOf, knownBy, knowledge, rows.Of);

    private IReadOnlyList<TFeatures> Evaluate(IReadOnlyList<TKey> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, Func<Type, IEnumerable> rowsOf)
    {
        var sources = evaluate.GetParameters().Where(p => p.ParameterType != typeof(IReadOnlyList<TKey>) && p.ParameterType.IsAssignableTo(typeof(IEnumerable)))
            .Select(p => (object)rowsOf(p.ParameterType.GetGenericArguments()[0]));
        return (IReadOnlyList<TFeatures>)evaluate.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [keys, asOf, .. sources, knownBy, knowledge], null)!;
    }

    private TKey KeyOf(TFeatures features)
    {
        var parts = view.Descriptor.Keys.Select(k => typeof(TFeatures).GetProperty(k.Property)!.GetValue(features)).ToArray();
        return parts.Length == 1 ? (TKey)parts[0]! : (TKey)Key(parts);
    }

    private static Func<TKey, DateTime, TSpine> SpineOf()
    {
        var constructor = typeof(TSpine).GetConstructors().Single(c => c.GetParameters() is { Length: > 1 });
        var parts = constructor.GetParameters()[..^1].Select(p => typeof(TKey).GetProperty(p.Name!)).ToArray();
        return (key, asOf) => (TSpine)constructor.Invoke(parts.Length == 1 ? [key, asOf] : [.. parts.Select(p => p!.GetValue(key)), asOf]);
    }
}
