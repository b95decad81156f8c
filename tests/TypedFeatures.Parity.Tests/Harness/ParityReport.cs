namespace TypedFeatures.Parity.Tests;

/// <summary>What was compared and what differed.</summary>
internal sealed class ParityReport
{
    /// <summary>Single values that were compared with the reference.</summary>
    public long Values { get; private set; }

    /// <summary>Entities at instants that fail in the reference.</summary>
    public long Failures { get; private set; }

    /// <summary>Entities at instants that the reference finds.</summary>
    public long Found { get; private set; }

    public List<Difference> Differences { get; } = [];

    public void Compare<TFeatures>(
        FeatureComparer<TFeatures> comparer, string view, string path, ReferenceScope scope, object key, DateTime asOf, DateTime? knownBy,
        Outcome<TFeatures> expected, Outcome<TFeatures> actual, bool? found)
        where TFeatures : class
    {
        Values += comparer.Count;
        Failures += expected.Failure is null ? 0 : 1;
        foreach (var (what, wanted, was) in comparer.Differences(expected, actual))
        {
            Differences.Add(new(view, path, what, key, asOf, knownBy, wanted, was, scope.Rows.Histories));
        }

        if (expected.Value is { } value && found is { } isFound)
        {
            var shouldBe = comparer.IsFound(value);
            Found += shouldBe ? 1 : 0;
            if (shouldBe != isFound)
            {
                Differences.Add(new(view, path, "Found", key, asOf, knownBy, HistoryText.Literal(shouldBe), HistoryText.Literal(isFound), scope.Rows.Histories));
            }
        }
    }

    public void Differs(string view, string path, string what, object? key, DateTime? asOf, string expected, string actual, IReadOnlyCollection<History> scope) =>
        Differences.Add(new(view, path, what, key, asOf, asOf, expected, actual, scope));
}
