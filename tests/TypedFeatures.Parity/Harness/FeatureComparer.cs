using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace TypedFeatures.Parity;

/// <summary>
/// Compares features under the parity law. A feature <c>X</c> with a companion <c>XMagnitude</c>, the sum of the absolute values
/// that went into it, may be off by 1e-9 · (1 + that sum); everything else is exact. Where the magnitudes themselves leave the range of doubles,
/// the order of summation decides whether the total does, so that nothing can be said. Companions are features of the view itself, or properties of
/// an object beside it (<see cref="Outcome{T}.Companion"/>).
/// </summary>
public sealed class FeatureComparer<TFeatures>
    where TFeatures : class
{
    private const string Suffix = "Magnitude";
    private readonly List<PropertyInfo> features;
    private readonly ConcurrentDictionary<Type, Companions> companions = new();

    /// <summary>Compares records of a view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="record">The type of its records.</param>
    public FeatureComparer(FeatureViewDescriptor view, Type record) => features = [.. view.Features.Select(f => record.GetProperty(f.Property)!)];

    public int Count => features.Count;

    /// <summary>Whether the reference finds the entity: every view, or its companion, says so in a property <c>Seen</c>.</summary>
    public bool IsFound(Outcome<TFeatures> expected)
    {
        var companion = expected.Companion ?? expected.Value!;
        return (bool)Of(companion).Seen.GetValue(companion)!;
    }

    /// <summary>The names of the features, and whether each has a value.</summary>
    public IEnumerable<(string Feature, bool IsNull)> Nulls(TFeatures value) => features.Select(f => (f.Name, f.GetValue(value) is null));

    public IEnumerable<(string What, string Expected, string Actual)> Differences(Outcome<TFeatures> expected, Outcome<TFeatures> actual)
    {
        if (expected.Failure is not null || actual.Failure is not null)
        {
            if (expected.Failure is null || actual.Failure is null)
            {
                yield return ("failure", Say(expected), Say(actual));
            }

            yield break;
        }

        var companion = expected.Companion ?? expected.Value!;
        var magnitudes = Of(companion).Magnitudes;
        for (var i = 0; i < features.Count; i++)
        {
            var left = features[i].GetValue(expected.Value);
            var right = features[i].GetValue(actual.Value);
            if (!AreEqual(left, right, magnitudes[i] is { } magnitude ? Tolerance(magnitude.GetValue(companion)) : 0))
            {
                yield return (features[i].Name, HistoryText.Literal(left), HistoryText.Literal(right));
            }
        }
    }

    private Companions Of(object companion) => companions.GetOrAdd(companion.GetType(), type => new(
        type.GetProperty("Seen")!,
        [.. features.Select(f => type.GetProperty(f.Name.EndsWith(Suffix, StringComparison.Ordinal) ? f.Name : f.Name + Suffix))]));

    private static string Say(Outcome<TFeatures> outcome) =>
        outcome.Failure is { } failure ? $"{failure.GetType().Name}: {failure.Message}" : "a value";

    private static double Tolerance(object? magnitude) => magnitude is double sum && double.IsFinite(sum) ? 1e-9 * (1 + sum) : double.PositiveInfinity;

    private static bool AreEqual(object? left, object? right, double tolerance) => (left, right) switch
    {
        _ when double.IsPositiveInfinity(tolerance) => true,
        (double l, double r) => l == r || Math.Abs(l - r) <= tolerance,
        (float l, float r) => l == r || Math.Abs((double)l - r) <= tolerance,
        (DateTime l, DateTime r) => l == r && l.Kind == r.Kind,
        (string l, string r) => string.Equals(l, r, StringComparison.Ordinal),
        (float[] l, float[] r) => l.Length == r.Length && l.Zip(r).All(pair => AreNear(pair.First, pair.Second, tolerance)),
        (KeyValuePair<string, double> l, KeyValuePair<string, double> r) =>
            string.Equals(l.Key, r.Key, StringComparison.Ordinal) && AreEqual(l.Value, r.Value, tolerance),
        (IEnumerable l, IEnumerable r) => AreEqual([.. l.Cast<object?>()], [.. r.Cast<object?>()], tolerance),
        _ when EntryOf(left) is var (lk, lv) && EntryOf(right) is var (rk, rv) => AreEqual(lk, rk, 0) && AreEqual(lv, rv, tolerance),
        _ => Equals(left, right),
    };

    /// <summary>An entry of a map.</summary>
    private static (object? Key, object? Value)? EntryOf(object? value) =>
        value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? (type.GetProperty("Key")!.GetValue(value), type.GetProperty("Value")!.GetValue(value))
            : null;

    /// <summary>
    /// Totals of vectors are rounded to floats, so that a difference in the last bit of a double can become one in the last bit of a float. The vectors of the
    /// histories have no great numbers of both signs, so their magnitude is that of the total.
    /// </summary>
    private static bool AreNear(float left, float right, double tolerance) =>
        left == right
        || Math.Abs((double)left - right) <= Math.Max(tolerance, Math.Max(Math.BitIncrement(Math.Abs(left)) - (double)Math.Abs(left), 1e-9 * (1 + Math.Abs((double)left))));

    private static bool AreEqual(object?[] left, object?[] right, double tolerance) =>
        left.Length == right.Length && left.Zip(right).All(pair => AreEqual(pair.First, pair.Second, tolerance));

    private sealed record Companions(PropertyInfo Seen, PropertyInfo?[] Magnitudes);
}
