namespace TypedFeatures.Plans.Contract;

/// <summary>A locked feature and what the code calls it now; one of them is null where the feature is new or gone.</summary>
internal sealed record FeaturePair(FeatureContract? Locked, FeatureContract? Current);

/// <summary>Finds for each locked feature the one that the code has for it.</summary>
internal static class FeatureMatching
{
    /// <summary>
    /// The pairs, in the order of the code, then what is gone. Whom <c>[FormerlyNamed]</c> names is taken first: another may be called by that name since.
    /// </summary>
    public static IReadOnlyList<FeaturePair> Of(DefinitionContract locked, DefinitionContract current)
    {
        var free = locked.Features.ToList();
        var found = new Dictionary<FeatureContract, FeatureContract>();
        void Match(FeatureContract feature, Func<FeatureContract, bool> isIt)
        {
            if (!found.ContainsKey(feature) && free.FirstOrDefault(isIt) is { } match)
            {
                found.Add(feature, match);
                free.Remove(match);
            }
        }

        foreach (var feature in current.Features.Where(f => f.FormerName is not null))
        {
            Match(feature, l => Same(l.Id, feature.FormerName!));
            Match(feature, l => Same(l.Name, feature.FormerName!));
        }

        foreach (var feature in current.Features)
        {
            Match(feature, l => Same(l.Name, feature.Name));
        }

        return
        [
            .. current.Features.Select(f => new FeaturePair(found.TryGetValue(f, out var match) ? match : null, f)),
            .. free.Select(f => new FeaturePair(f, null)),
        ];
    }

    // No two columns of a table differ in case alone.
    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
