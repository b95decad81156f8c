using System.Reflection;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// Compares features under the parity law. A feature <c>X</c> with a companion <c>XMagnitude</c>, the sum of the absolute values
/// that went into it, may be off by 1e-9 · (1 + that sum); everything else is exact. Where the magnitudes themselves leave the range of doubles,
/// the order of summation decides whether the total does, so that nothing can be said.
/// </summary>
internal sealed class FeatureComparer<TFeatures>
    where TFeatures : class
{
    private const string Suffix = "Magnitude";
    private readonly List<(PropertyInfo Property, PropertyInfo? Magnitude)> features;
    private readonly PropertyInfo seen;

    public FeatureComparer(FeatureViewDescriptor view)
    {
        var type = typeof(TFeatures);
        features = view.Features.Select(f => (
            type.GetProperty(f.Property)!,
            f.Property.EndsWith(Suffix, StringComparison.Ordinal) ? type.GetProperty(f.Property) : type.GetProperty(f.Property + Suffix))).ToList();
        seen = type.GetProperty("Seen")!;
    }

    public int Count => features.Count;

    /// <summary>Whether the reference finds the entity: every view has it as a feature.</summary>
    public bool IsFound(TFeatures expected) => (bool)seen.GetValue(expected)!;

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

        foreach (var (property, magnitude) in features)
        {
            var left = property.GetValue(expected.Value);
            var right = property.GetValue(actual.Value);
            if (!AreEqual(left, right, magnitude is null ? 0 : Tolerance(magnitude.GetValue(expected.Value))))
            {
                yield return (property.Name, HistoryText.Literal(left), HistoryText.Literal(right));
            }
        }
    }

    private static string Say(Outcome<TFeatures> outcome) =>
        outcome.Failure is { } failure ? $"{failure.GetType().Name}: {failure.Message}" : "a value";

    private static double Tolerance(object? magnitude) => magnitude is double sum ? 1e-9 * (1 + sum) : double.PositiveInfinity;

    /// <summary>
    /// Totals of vectors are rounded to floats, so that a difference in the last bit of a double can become one in the last bit of a float. The vectors of the
    /// histories have no great numbers of both signs, so their magnitude is that of the total.
    /// </summary>
    private static bool AreNear(float left, float right) =>
        left == right || Math.Abs((double)left - right) <= Math.Max(Math.BitIncrement(Math.Abs(left)) - (double)Math.Abs(left), 1e-9 * (1 + Math.Abs((double)left)));

    private static bool AreEqual(object? left, object? right, double tolerance) => (left, right) switch
    {
        _ when double.IsPositiveInfinity(tolerance) => true,
        (double l, double r) => l == r || Math.Abs(l - r) <= tolerance,
        (float l, float r) => l == r,
        (float[] l, float[] r) => l.Length == r.Length && l.Zip(r).All(pair => AreNear(pair.First, pair.Second)),
        (IEnumerable<KeyValuePair<string, double>> l, IEnumerable<KeyValuePair<string, double>> r) =>
            l.Select(e => e.Key).SequenceEqual(r.Select(e => e.Key), StringComparer.Ordinal)
            && l.Zip(r).All(pair => AreEqual(pair.First.Value, pair.Second.Value, tolerance)),
        (DateTime l, DateTime r) => l == r && l.Kind == r.Kind,
        (string l, string r) => string.Equals(l, r, StringComparison.Ordinal),
        _ => Equals(left, right),
    };
}
