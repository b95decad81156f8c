using System.Runtime.InteropServices;

namespace TypedFeatures.Parity;

/// <summary>What was compared and what differed.</summary>
public sealed class ParityReport
{
    private readonly Dictionary<(string View, string Feature), (long Total, long NotNull)> features = [];

    /// <summary>Single values that were compared with the reference.</summary>
    public long Values { get; private set; }

    /// <summary>Values among them that are not null.</summary>
    public long NotNull { get; private set; }

    /// <summary>Entities at instants that fail in the reference.</summary>
    public long Failures { get; private set; }

    /// <summary>Entities at instants that the reference finds.</summary>
    public long Found { get; private set; }

    public List<Difference> Differences { get; } = [];

    /// <summary>How often each feature was compared, and how often its value was not null.</summary>
    public IReadOnlyDictionary<(string View, string Feature), (long Total, long NotNull)> Features => features;

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

        if (expected.Value is { } value)
        {
            Count(comparer, view, value);
            if (found is { } isFound)
            {
                CompareFound(view, path, scope, key, asOf, knownBy, comparer.IsFound(expected), isFound);
            }
        }
    }

    public void Differs(string view, string path, string what, object? key, DateTime? asOf, string expected, string actual, IReadOnlyCollection<History> scope) =>
        Differences.Add(new(view, path, what, key, asOf, asOf, expected, actual, scope));

    private void Count<TFeatures>(FeatureComparer<TFeatures> comparer, string view, TFeatures value)
        where TFeatures : class
    {
        foreach (var (feature, isNull) in comparer.Nulls(value))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(features, (view, feature), out _);
            count = (count.Total + 1, count.NotNull + (isNull ? 0 : 1));
            NotNull += isNull ? 0 : 1;
        }
    }

    private void CompareFound(
        string view, string path, ReferenceScope scope, object key, DateTime asOf, DateTime? knownBy, bool shouldBe, bool isFound)
    {
        Found += shouldBe ? 1 : 0;
        if (shouldBe != isFound)
        {
            Differences.Add(new(view, path, "Found", key, asOf, knownBy, HistoryText.Literal(shouldBe), HistoryText.Literal(isFound), scope.Rows.Histories));
        }
    }
}
