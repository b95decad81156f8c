namespace TypedFeatures.Plans.Contract;

/// <summary>
/// The one judge of changes: analyzers and the command line both ask it. What is not released changes freely; what is released is held to the table of verdicts
/// (docs/contract.md).
/// </summary>
public static class ContractComparison
{
    /// <summary>All differences between a lock file and the code, definition after definition.</summary>
    /// <param name="locked">What was locked.</param>
    /// <param name="current">What the code says, in any order.</param>
    /// <param name="today">The day, as <c>yyyy-MM-dd</c>, on which retirements are judged; null to take all of them as come, as the compiler does.</param>
    /// <exception cref="ArgumentException">The code defines one version twice.</exception>
    public static IReadOnlyList<ContractChange> Compare(LockFile locked, IEnumerable<DefinitionContract> current, string? today = null)
    {
        var definitions = LockFile.Of(current).Definitions;
        return
        [
            .. definitions.SelectMany(d => Compare(locked, d, today)),
            .. Removed(locked, definitions.Select(d => d.Identity), today),
        ];
    }

    /// <summary>The differences between a lock file and one definition of the code.</summary>
    /// <param name="locked">What was locked.</param>
    /// <param name="current">What the code says.</param>
    /// <param name="today">The day, as for all.</param>
    public static IReadOnlyList<ContractChange> Compare(LockFile locked, DefinitionContract current, string? today = null)
    {
        _ = locked ?? throw new ArgumentNullException(nameof(locked));
        _ = current ?? throw new ArgumentNullException(nameof(current));
        return locked.Find(current.Identity) is { } known
            ? DefinitionComparison.Of(locked, known, current, today)
            : [new ContractChange(Verdict.Compatible, ContractChangeKind.DefinitionAdded, current.Identity, null, $"The {current.Identity} is new.", "", default)];
    }

    /// <summary>The definitions that were locked and that the code no longer has.</summary>
    /// <param name="locked">What was locked.</param>
    /// <param name="present">What the code has.</param>
    /// <param name="today">The day, as for all.</param>
    public static IReadOnlyList<ContractChange> Removed(LockFile locked, IEnumerable<ContractIdentity> present, string? today = null)
    {
        _ = locked ?? throw new ArgumentNullException(nameof(locked));
        var there = new HashSet<ContractIdentity>(present);
        var changes = new List<ContractChange>();
        foreach (var gone in locked.Definitions.Where(d => !there.Contains(d.Identity)))
        {
            var collector = new ChangeCollector(locked, gone, null, today);
            var newer = there.Where(i => i.IsOtherVersionOf(gone.Identity)).OrderByDescending(i => i.Version).FirstOrDefault();
            var name = gone.TypeName.Substring(gone.TypeName.LastIndexOf('.') + 1);
            collector.Add(
                Verdict.Breaking,
                ContractChangeKind.DefinitionRemoved,
                newer is null ? "its record is gone" : $"its record is gone; there is version {newer.Version}",
                remedy: newer is null
                    ? $"Bring '{name}' back; to take it away, mark it [Retired(\"date\")] first and keep it until that date."
                    : $"Keep what was released beside version {newer.Version}, as '{name}V{gone.Identity.Version}' with Version = {gone.Identity.Version}; to take it away, mark it [Retired(\"date\")] first and keep it until that date.");
            changes.AddRange(collector.Changes);
        }

        return changes;
    }
}
