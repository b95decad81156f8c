using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>The histories of all entities: what <c>group … by … into g</c> makes.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="T">What windows see of a row.</typeparam>
public abstract class FeatureGroups<TKey, T>
{
    private protected FeatureGroups(ReferenceMoment moment) => Moment = moment;

    internal ReferenceMoment Moment { get; }

    /// <summary>Computes something of every entity's history: <c>select</c>, and <c>let</c> after the group.</summary>
    /// <typeparam name="TResult">The features, or an intermediate value.</typeparam>
    /// <param name="selector">The features of a history.</param>
    public FeatureQuery<TResult> Select<TResult>(Func<History<TKey, T>, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new FeatureQuery<TResult>(Moment, keys => [.. HistoriesOf(keys).Select(selector)], lookBacks => FoundWithin(lookBacks).Select(selector));
    }

    /// <summary>One history per key, in the order of the keys.</summary>
    internal abstract IReadOnlyList<History<TKey, T>> HistoriesOf(IReadOnlyList<object?[]> keys);

    /// <summary>The histories of all entities that have rows within one of these look-backs, or at all where there is none.</summary>
    internal abstract IEnumerable<History<TKey, T>> FoundWithin(IReadOnlyList<LookBack> lookBacks);
}
