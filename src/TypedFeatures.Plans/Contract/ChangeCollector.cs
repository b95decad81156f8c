namespace TypedFeatures.Plans.Contract;

/// <summary>Collects the changes of one definition and judges them: what is not released changes freely, what is retired may go.</summary>
internal sealed class ChangeCollector(LockFile file, DefinitionContract locked, DefinitionContract? current, string? today)
{
    private readonly List<ContractChange> changes = [];
    private readonly Lazy<EquatableArray<ContractIdentity>> services = new(() => file.ServicesOf(locked.Identity));

    public IReadOnlyList<ContractChange> Changes => changes;

    /// <summary>Adds a change of the definition, or of features of it.</summary>
    /// <param name="verdict">What it means where it is released.</param>
    /// <param name="kind">What changed.</param>
    /// <param name="what">What changed, from what to what.</param>
    /// <param name="pair">The feature; null where it concerns the definition.</param>
    /// <param name="remedy">What to do; null for what its verdict usually asks for.</param>
    /// <param name="isFree">Whether it concerns nothing that is released.</param>
    /// <param name="retiredPart">When what it concerns may go, where that is neither a feature nor the definition.</param>
    public void Add(Verdict verdict, ContractChangeKind kind, string what, FeaturePair? pair = null, string? remedy = null, bool isFree = false, string? retiredPart = null)
    {
        isFree |= !locked.IsReleased || pair is { Locked.IsReleased: false };
        var retired = verdict is Verdict.Breaking ? retiredPart ?? Retirement(pair) : null;
        var judged = isFree || (retired is not null && ContractDate.HasCome(retired, today)) ? Verdict.Compatible : verdict;
        var feature = pair?.Locked ?? pair?.Current;
        var subject = feature is null ? Sentence(locked.Identity.ToString()) : $"Feature '{feature.Name}' of {locked.Identity}";
        changes.Add(new ContractChange(
            judged,
            kind,
            locked.Identity,
            feature?.Id,
            $"{subject}: {what}.",
            judged is Verdict.Compatible ? "" : retired is not null ? $"It is retired from {retired} on; keep it until then." : remedy ?? Remedy(judged, pair),
            services.Value) { Column = pair?.Current?.Name });
    }

    /// <summary>
    /// Whether a change cannot be kept from a released version and is taken up by a newer one: a member that its enum has besides. The enum is one for all versions, and what
    /// sources hold they hold for all.
    /// </summary>
    public bool IsTaken(ContractChangeKind kind) => kind is ContractChangeKind.EnumMemberAdded && Newer is not null;

    /// <summary>What a change of a type means to this definition.</summary>
    public Verdict VerdictOf(ContractChangeKind kind) => IsTaken(kind) ? Verdict.Compatible : FeatureComparison.VerdictOf(kind);

    /// <summary>What a released definition needs where a change needs a new version: one that there is, or the next.</summary>
    public string Fork
    {
        get
        {
            var name = locked.TypeName.Substring(locked.TypeName.LastIndexOf('.') + 1);
            return Newer is { } newer
                ? $"Undo it; what changes belongs in version {newer.Identity.Version}, or in one after that."
                : $"Undo it, or give '{name}' version {locked.Identity.Version + 1} and keep what was released beside it, as '{name}V{locked.Identity.Version}'.";
        }
    }

    private DefinitionContract? Newer => file.Definitions.LastOrDefault(d => d.Identity.IsOtherVersionOf(locked.Identity) && d.Identity.Version > locked.Identity.Version);

    private string Remedy(Verdict verdict, FeaturePair? pair) => verdict switch
    {
        Verdict.NewVersion => Fork,
        Verdict.NeedsPiiRemoval => "Mark it [Pii] again, or say why it is no personal data: [PiiRemoval(\"reason\")].",
        _ when pair is not null => "Undo it, or declare it in a new view; to take it away, mark it [Retired(\"date\")] first and keep it until that date.",
        _ => $"Undo it, or declare a new {locked.Identity.Noun} under another name; to take this one away, mark it [Retired(\"date\")] first and keep it until that date.",
    };

    private string? Retirement(FeaturePair? pair) =>
        pair?.Locked?.Retired ?? locked.Retired ?? (pair is null or { Current: not null } ? pair?.Current?.Retired ?? current?.Retired : null);

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
