using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>The label of every entity at one instant: what a label's <c>Define</c> returns.</summary>
/// <typeparam name="T">The label record.</typeparam>
public sealed class LabelQuery<T>
{
    private readonly Func<LabelMoment, IReadOnlyList<object?[]>, IReadOnlyList<T>> evaluate;

    internal LabelQuery(Func<LabelMoment, IReadOnlyList<object?[]>, IReadOnlyList<T>> evaluate) => this.evaluate = evaluate;

    /// <summary>Computes something of an intermediate value: <c>select</c> after <c>let</c>.</summary>
    /// <typeparam name="TResult">The label, or another intermediate value.</typeparam>
    /// <param name="selector">The label of an intermediate value.</param>
    public LabelQuery<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new LabelQuery<TResult>((moment, keys) => [.. evaluate(moment, keys).Select(selector)]);
    }

    internal IReadOnlyList<T> Evaluate(LabelMoment moment, IReadOnlyList<object?[]> keys) => evaluate(moment, keys);
}

/// <summary>The futures of all entities: what a label's <c>group … by … into g</c> makes.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="T">What windows see of a row.</typeparam>
public sealed class LabelGroups<TKey, T>
    where TKey : notnull
{
    private readonly Func<LabelMoment, IReadOnlyList<object?[]>, IReadOnlyList<Future<TKey, T>>> futuresOf;

    internal LabelGroups(Func<LabelMoment, IReadOnlyList<object?[]>, IReadOnlyList<Future<TKey, T>>> futuresOf) => this.futuresOf = futuresOf;

    /// <summary>Computes something of every entity's future: <c>select</c>, and <c>let</c> after the group.</summary>
    /// <typeparam name="TResult">The label, or an intermediate value.</typeparam>
    /// <param name="selector">The label of a future.</param>
    public LabelQuery<TResult> Select<TResult>(Func<Future<TKey, T>, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new LabelQuery<TResult>((moment, keys) => [.. futuresOf(moment, keys).Select(selector)]);
    }
}
