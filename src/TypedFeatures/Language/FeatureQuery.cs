using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>The features of every entity at one instant: what <c>Define</c> returns.</summary>
/// <remarks>A value exists for every entity: over an empty history it is the empty value.</remarks>
/// <typeparam name="T">The feature record.</typeparam>
public sealed class FeatureQuery<T>
{
    private readonly Func<IReadOnlyList<object?[]>, IReadOnlyList<T>> evaluate;
    private readonly Func<IReadOnlyList<LookBack>, IEnumerable<T>> found;

    /// <param name="moment">The moment of its sources.</param>
    /// <param name="evaluate">The features of some entities, in the order of their keys.</param>
    /// <param name="found">The features of all entities that have rows within a look-back.</param>
    internal FeatureQuery(
        ReferenceMoment moment, Func<IReadOnlyList<object?[]>, IReadOnlyList<T>> evaluate, Func<IReadOnlyList<LookBack>, IEnumerable<T>> found)
    {
        Moment = moment;
        this.evaluate = evaluate;
        this.found = found;
    }

    internal ReferenceMoment Moment { get; }

    /// <summary>Computes something of an intermediate value: <c>select</c> after <c>let</c>.</summary>
    /// <typeparam name="TResult">The features, or another intermediate value.</typeparam>
    /// <param name="selector">The features of an intermediate value.</param>
    public FeatureQuery<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new FeatureQuery<TResult>(Moment, keys => [.. evaluate(keys).Select(selector)], lookBacks => found(lookBacks).Select(selector));
    }

    internal IReadOnlyList<T> Evaluate(IReadOnlyList<object?[]> keys) => evaluate(keys);

    /// <summary>The features of all entities that have rows within one of these look-backs, or at all where there is none.</summary>
    internal IEnumerable<T> FoundWithin(IReadOnlyList<LookBack> lookBacks) => found(lookBacks);
}
