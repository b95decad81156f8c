using System.Reflection;
using TypedFeatures;

namespace Commerce.Parity;

/// <summary>
/// Compares records feature by feature: exactly, but for those that add up floating-point numbers. There |difference| ≤ 1e-9 · (1 + |reference|) is asked for.
/// That is stricter than the parity law's 1e-9 · (1 + Σ|x|), because neither a sum nor an average is greater than Σ|x|.
/// </summary>
internal sealed class FeatureComparer<TFeatures>
    where TFeatures : class
{
    private const double Tolerance = 1e-9;

    private readonly (PropertyInfo Property, bool IsFloatingSum)[] features;

    public FeatureComparer(FeatureViewDescriptor view, IReadOnlySet<string> floatingSums)
    {
        features = [.. view.Features.Select(f => (PropertyOf(f.Property), floatingSums.Contains(f.Property)))];
        if (floatingSums.Except(view.Features.Select(f => f.Property)).FirstOrDefault() is { } stranger)
        {
            throw new ArgumentException($"'{view.Name}' has no feature '{stranger}'.", nameof(floatingSums));
        }
    }

    /// <summary>How many features a record has.</summary>
    public int Count => features.Length;

    /// <summary>The features in which two or three records differ.</summary>
    /// <param name="at">Where they were computed.</param>
    /// <param name="reference">What the definition says.</param>
    /// <param name="sql">What the engine says; null where it is not asked.</param>
    /// <param name="online">What is served.</param>
    public IEnumerable<Difference> Compare(Moment at, TFeatures reference, TFeatures? sql, TFeatures online)
    {
        foreach (var (property, isFloatingSum) in features)
        {
            var expected = property.GetValue(reference);
            var queried = sql is null ? default(Compared?) : new Compared(property.GetValue(sql));
            var served = property.GetValue(online);
            if (!Agree(expected, served, isFloatingSum) || (queried is { } value && !Agree(expected, value.Value, isFloatingSum)))
            {
                yield return new Difference(at, property.Name, expected, queried, served);
            }
        }
    }

    private static bool Agree(object? expected, object? actual, bool isFloatingSum) =>
        isFloatingSum && expected is double left && actual is double right
            ? Math.Abs(left - right) <= Tolerance * (1 + Math.Abs(left))
            : Equals(expected, actual);

    private static PropertyInfo PropertyOf(string name) =>
        typeof(TFeatures).GetProperty(name) ?? throw new MissingMemberException(typeof(TFeatures).Name, name);
}
