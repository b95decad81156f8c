namespace TypedFeatures.Parity;

/// <summary>What the reference says, entity by entity, failures included.</summary>
public sealed class Oracle<TKey, TFeatures, TSpine>(ViewCase<TKey, TFeatures, TSpine> view)
    where TKey : notnull
    where TFeatures : class
{
    public FeatureComparer<TFeatures> Comparer { get; } = new(view.Descriptor, view.Record);

    public IReadOnlyList<Outcome<TFeatures>> Evaluate(
        ScopedKeys<TKey> entities, DateTime asOf, DateTime? knownBy = null, Knowledge knowledge = Knowledge.Recorded)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var rows = entities.Scope.Rows;
        var all = Outcome<object>.Of(() => Ask(entities.Keys, asOf, knownBy, knowledge, rows));
        return all.Value is IReadOnlyList<Outcome<TFeatures>> values
            ? values
            : [.. entities.Keys.Select(key => One(key, asOf, knownBy, knowledge, rows))];
    }

    private Outcome<TFeatures> One(TKey key, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows)
    {
        var one = Outcome<object>.Of(() => Ask([key], asOf, knownBy, knowledge, rows));
        return one.Value is IReadOnlyList<Outcome<TFeatures>> value ? value[0] : new(null, one.Failure, Companion(key, asOf, knownBy, knowledge, rows));
    }

    /// <summary>What a companion says beside a failure: whether the entity is found at all. Null where it fails too.</summary>
    private object? Companion(TKey key, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows) =>
        view.Companions is { } companions ? Outcome<object>.Of(() => companions([key], asOf, knownBy, knowledge, rows)[0]).Value : null;

    private IReadOnlyList<Outcome<TFeatures>> Ask(IReadOnlyList<TKey> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows)
    {
        var values = view.Reference(keys, asOf, knownBy, knowledge, rows);
        var companions = view.Companions?.Invoke(keys, asOf, knownBy, knowledge, rows);
        return [.. values.Select((v, i) => new Outcome<TFeatures>(v, null, companions?[i]))];
    }
}
