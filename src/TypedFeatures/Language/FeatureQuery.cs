using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>The features of every entity at one instant: what <c>Define</c> returns.</summary>
/// <remarks>A value exists for every entity: over an empty history it is the empty value.</remarks>
/// <typeparam name="T">The feature record.</typeparam>
public sealed class FeatureQuery<T>
{
    private readonly Func<IReadOnlyList<object?[]>, IReadOnlyList<T>> evaluate;

    internal FeatureQuery(ReferenceMoment moment, Func<IReadOnlyList<object?[]>, IReadOnlyList<T>> evaluate)
    {
        Moment = moment;
        this.evaluate = evaluate;
    }

    internal ReferenceMoment Moment { get; }

    /// <summary>Computes something of an intermediate value: <c>select</c> after <c>let</c>.</summary>
    /// <typeparam name="TResult">The features, or another intermediate value.</typeparam>
    /// <param name="selector">The features of an intermediate value.</param>
    public FeatureQuery<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new FeatureQuery<TResult>(Moment, keys => [.. evaluate(keys).Select(selector)]);
    }

    internal IReadOnlyList<T> Evaluate(IReadOnlyList<object?[]> keys) => evaluate(keys);
}
