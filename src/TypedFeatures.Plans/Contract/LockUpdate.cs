namespace TypedFeatures.Plans.Contract;

/// <summary>What becomes of a lock file: code is accepted into it, entries are released.</summary>
public static class LockUpdate
{
    /// <summary>
    /// The file after all of the code is accepted that may be: a released definition with a change that is not compatible stays as it was locked, so that the change
    /// is reported until it is undone or remedied. What is gone goes where it was not released, or where the day of its retirement is known to have come.
    /// </summary>
    /// <param name="locked">The file.</param>
    /// <param name="current">What the code says, all of it.</param>
    /// <param name="today">The day, as <c>yyyy-MM-dd</c>; null to keep all that is retired.</param>
    /// <exception cref="ArgumentException">The code defines one version twice.</exception>
    public static LockFile Accept(LockFile locked, IEnumerable<DefinitionContract> current, string? today = null)
    {
        var definitions = current.ToList();
        var there = new HashSet<ContractIdentity>(definitions.Select(d => d.Identity));

        // What is new may be the version that takes up what an older one could not keep.
        var known = new LockFile(locked.Definitions.Concat(definitions.Where(d => locked.Find(d.Identity) is null)).ToEquatableArray());
        return LockFile.Of(definitions.Select(d => locked.Find(d.Identity) is null ? Accepted(locked, d, today) : Accepted(known, d, today))
            .Concat(locked.Definitions.Where(d => !there.Contains(d.Identity) && d.IsReleased && !MayGo(d.Retired, today))));
    }

    /// <summary>The file after one definition is accepted, if it may be; all others stay as they are.</summary>
    public static LockFile Accept(LockFile locked, DefinitionContract current)
    {
        _ = current ?? throw new ArgumentNullException(nameof(current));
        return LockFile.Of(locked.Definitions.Where(d => d.Identity != current.Identity).Append(Accepted(locked, current, null)));
    }

    /// <summary>The file with the text of one record rewritten, as when a type that it names is called otherwise. No promise changes.</summary>
    public static LockFile Reworded(LockFile locked, ContractIdentity identity, Func<EquatableArray<string>, EquatableArray<string>> change)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        return new((locked ?? throw new ArgumentNullException(nameof(locked))).Definitions.Select(d => d.Identity == identity && !d.Text.IsEmpty ? d with { Text = change(d.Text) } : d).ToEquatableArray());
    }

    /// <summary>The entry of a definition after the code is accepted, if it may be.</summary>
    /// <param name="locked">The file.</param>
    /// <param name="current">What the code says.</param>
    /// <param name="today">The day, as for all.</param>
    public static DefinitionContract Accepted(LockFile locked, DefinitionContract current, string? today = null)
    {
        _ = locked ?? throw new ArgumentNullException(nameof(locked));
        _ = current ?? throw new ArgumentNullException(nameof(current));
        if (locked.Find(current.Identity) is not { } known)
        {
            return current with { Features = Sorted(current.Features.Select(f => f with { FormerName = null })) };
        }

        return ContractComparison.Compare(locked, current, today).All(c => c.Verdict is Verdict.Compatible) ? Merged(known, current, today) : known;
    }

    /// <summary>The file after definitions are released, all their features included. What is unreleased beside them stays so.</summary>
    /// <param name="locked">The file.</param>
    /// <param name="choice">Which; null for all.</param>
    public static LockFile Release(LockFile locked, Func<ContractIdentity, bool>? choice = null) => new((locked ?? throw new ArgumentNullException(nameof(locked))).Definitions
        .Select(d => choice?.Invoke(d.Identity) == false ? d : d with { IsReleased = true, Features = d.Features.Select(f => f with { IsReleased = true }).ToEquatableArray() })
        .ToEquatableArray());

    private static DefinitionContract Merged(DefinitionContract known, DefinitionContract current, string? today) => current with
    {
        IsReleased = known.IsReleased,
        Text = current.Text.IsEmpty ? known.Text : current.Text,
        Keys = current.Keys.Select(k => k with { PiiRemoval = k.PiiRemoval ?? known.Keys.FirstOrDefault(o => o.Name == k.Name)?.PiiRemoval }).ToEquatableArray(),
        Features = Sorted(FeatureMatching.Of(known, current).Select(p => Merged(known, p, today)).OfType<FeatureContract>()),
    };

    private static FeatureContract? Merged(DefinitionContract known, FeaturePair pair, string? today) => pair switch
    {
        { Locked: null, Current: { } added } => added with { FormerName = null },
        { Locked: { } gone, Current: null } => known.IsReleased && gone.IsReleased && !MayGo(gone.Retired ?? known.Retired, today) ? gone : null,
        { Locked: { } before, Current: { } after } => after with
        {
            Id = before.Id,
            FormerName = null,
            IsReleased = before.IsReleased,

            // What was accepted stays recorded when the code says it no longer, and is not accepted again.
            LogicEquivalent = after.LogicEquivalent ?? before.LogicEquivalent,
            PiiRemoval = after.PiiRemoval ?? before.PiiRemoval,
        },
        _ => null,
    };

    private static bool MayGo(string? retired, string? today) => retired is not null && today is not null && ContractDate.HasCome(retired, today);

    private static EquatableArray<FeatureContract> Sorted(IEnumerable<FeatureContract> features) => features.OrderBy(f => f.Id, StringComparer.Ordinal).ToEquatableArray();
}
