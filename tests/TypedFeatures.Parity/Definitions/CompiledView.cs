using System.Collections;
using System.Reflection;

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

    internal static PropertyInfo? PropertyOf(Type type) => type.GetProperty("View", BindingFlags.Public | BindingFlags.Static);

    internal static CompiledView Of(Type type)
    {
        var view = PropertyOf(type)!.GetValue(null)!;
        var arguments = view.GetType().BaseType!.GetGenericArguments();
        return (CompiledView)Activator.CreateInstance(typeof(CompiledView<,,>).MakeGenericType(arguments), type, view)!;
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

    public override ViewCase Case(Func<SourceRows, IEnumerable<object>> keys, Type? companion, CheckDepth depth) => new ViewCase<TKey, TFeatures, TSpine>
    {
        View = view,
        Spine = spine,
        Keys = rows => keys(rows).Cast<TKey>(),
        KeyOf = KeyOf,
        Reference = Evaluate,
        Companions = companion is null ? null : new CompanionQuery<TKey>(companion).Evaluate,
        Depth = depth,
        SharesKeys = true,
    };

    public override Task<IReadOnlyList<PathResult>> RunAsync(
        IReadOnlyList<EngineKind> engines, IReadOnlyList<object> rows, IReadOnlyList<SpinePoint> spine, CancellationToken cancellationToken = default) =>
        new DefinitionRun<TKey, TFeatures, TSpine>(view, this.spine, KeyOf, Evaluate).RunAsync(engines, rows, spine, cancellationToken);

    private IReadOnlyList<TFeatures> Evaluate(IReadOnlyList<TKey> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows)
    {
        var sources = evaluate.GetParameters().Where(p => p.ParameterType != typeof(IReadOnlyList<TKey>) && p.ParameterType.IsAssignableTo(typeof(IEnumerable)))
            .Select(p => (object)rows.Of(p.ParameterType.GetGenericArguments()[0]));
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
