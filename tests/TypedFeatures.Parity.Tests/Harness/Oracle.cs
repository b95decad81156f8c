namespace TypedFeatures.Parity.Tests;

/// <summary>What the reference says, entity by entity, failures included.</summary>
internal sealed class Oracle<TKey, TFeatures, TSpine>(ViewCase<TKey, TFeatures, TSpine> view)
    where TKey : notnull
    where TFeatures : class
{
    public FeatureComparer<TFeatures> Comparer { get; } = new(view.Descriptor);

    public IReadOnlyList<Outcome<TFeatures>> Evaluate(
        ScopedKeys<TKey> entities, DateTime asOf, DateTime? knownBy = null, Knowledge knowledge = Knowledge.Recorded)
    {
        var rows = entities.Scope.Rows;
        var all = Outcome<object>.Of(() => view.Reference(entities.Keys, asOf, knownBy, knowledge, rows));
        return all.Value is IReadOnlyList<TFeatures> values
            ? [.. values.Select(v => new Outcome<TFeatures>(v, null))]
            : [.. entities.Keys.Select(key => Outcome<TFeatures>.Of(() => view.Reference([key], asOf, knownBy, knowledge, rows)[0]))];
    }
}
