namespace TypedFeatures.Plans.Contract;

/// <summary>
/// Compares one version of a definition as locked with the code. Every row of the table of verdicts (docs/contract.md) has its line here or in
/// <see cref="FeatureComparison"/>. What changed a transform is named by the nearest cause there is, and said once for all features that it explains.
/// </summary>
internal sealed class DefinitionComparison
{
    private readonly DefinitionContract locked;
    private readonly DefinitionContract current;
    private readonly ChangeCollector changes;
    private readonly FeatureComparison features;
    private readonly IReadOnlyList<FeaturePair> pairs;

    private DefinitionComparison(LockFile file, DefinitionContract locked, DefinitionContract current, string? today)
    {
        this.locked = locked;
        this.current = current;
        changes = new ChangeCollector(file, locked, current, today);
        features = new FeatureComparison(changes);
        pairs = FeatureMatching.Of(locked, current);
    }

    public static IReadOnlyList<ContractChange> Of(LockFile file, DefinitionContract locked, DefinitionContract current, string? today)
    {
        var comparison = new DefinitionComparison(file, locked, current, today);
        comparison.Description();
        comparison.OnlineTtl();
        comparison.Keys();
        comparison.Features();
        comparison.Service();
        return comparison.changes.Changes;
    }

    private void Description()
    {
        void Compare(string what, string? before, string? after)
        {
            if (before != after)
            {
                changes.Add(Verdict.Compatible, ContractChangeKind.Description, $"its {what} is {Text(after)}, and was {Text(before)}");
            }
        }

        Compare("record", locked.TypeName, current.TypeName);
        Compare("owner", locked.Owner, current.Owner);
        Compare("description", locked.Description, current.Description);
        Compare("freshness target", Length(locked.Freshness), Length(current.Freshness));
        Compare("date of retirement", locked.Retired, current.Retired);
    }

    private void OnlineTtl()
    {
        if (locked.OnlineTtl == current.OnlineTtl)
        {
            return;
        }

        var isShorter = current.OnlineTtl is { } ttl && !(locked.OnlineTtl <= ttl);
        changes.Add(
            isShorter ? Verdict.NewVersion : Verdict.Compatible,
            isShorter ? ContractChangeKind.OnlineTtlShortened : ContractChangeKind.OnlineTtlLengthened,
            $"the online store remembers it for {Length(current.OnlineTtl) ?? "ever"}, and before for {Length(locked.OnlineTtl) ?? "ever"}");
    }

    private void Keys()
    {
        static string List(DefinitionContract definition) => string.Join(", ", definition.Keys.Select(k => $"{k.Name} ({k.Type})"));
        var types = locked.Keys.Zip(current.Keys, (before, after) => (Key: before, Changes: TypeComparison.Of(before.Type, after.Type).ToList())).ToList();
        if (!locked.Keys.Select(k => k.Name).SequenceEqual(current.Keys.Select(k => k.Name)) || types.Any(t => !t.Changes.All(c => c.IsOfEnum)))
        {
            changes.Add(Verdict.Breaking, ContractChangeKind.Keys, $"its entity key is {List(current)}, and was {List(locked)}");
            return;
        }

        foreach (var (key, change) in types.SelectMany(t => t.Changes.Select(c => (t.Key, c))))
        {
            changes.Add(changes.VerdictOf(change.Kind), change.Kind, $"key '{key.Name}': {change.Text}");
        }

        foreach (var (before, after) in locked.Keys.Zip(current.Keys, (before, after) => (before, after)))
        {
            features.Pii(null, before.IsPii, after.IsPii, after.PiiRemoval is not null && after.PiiRemoval != before.PiiRemoval, $"its key '{after.Name}'");
            if (before.Property != after.Property)
            {
                changes.Add(Verdict.Compatible, ContractChangeKind.Description, $"the property of its key '{after.Name}' is '{after.Property}' now");
            }
        }
    }

    private void Features()
    {
        var added = pairs.Where(p => p.Locked is null).ToList();
        foreach (var pair in pairs.Where(p => p.Current is null))
        {
            features.Removed(pair, added.Select(a => a.Current!));
        }

        added.ForEach(features.Added);
        var kept = pairs.Where(p => p.Locked is not null && p.Current is not null).ToList();
        var explained = new HashSet<FeaturePair>(kept.Where(features.Declared));
        explained.UnionWith(kept.Where(p => p.Locked!.Default != p.Current!.Default));
        Transforms([.. kept.Where(p => p.Locked!.Hash != p.Current!.Hash)], explained);
    }

    /// <summary>Names why the transforms of features changed.</summary>
    private void Transforms(IReadOnlyList<FeaturePair> changed, HashSet<FeaturePair> explained)
    {
        Reach(ContractChangeKind.MaxAge, "rows count up to an age of", Length(locked.MaxAge), Length(current.MaxAge), changed, explained);
        Reach(ContractChangeKind.Horizon, "it looks ahead for", locked.Horizon, current.Horizon, changed, explained);
        var unexplained = changed.Where(p => !explained.Contains(p)).ToList();
        foreach (var change in SourceComparison.Of(locked, current, unexplained))
        {
            var isTaken = changes.IsTaken(change.Kind);
            var touched = unexplained.Where(p => change.Explains(p) && (!isTaken || FeatureComparison.HasSameLogic(p))).ToList();
            if (touched.Count > 0)
            {
                changes.Add(isTaken ? Verdict.Compatible : change.Verdict, change.Kind, change.Text, isFree: AreFree(touched));
                explained.UnionWith(touched);
            }
        }

        explained.UnionWith(changed.Where(p => !explained.Contains(p)).Where(features.Computed));
        Unexplained([.. changed.Where(p => !explained.Contains(p))]);
    }

    private void Reach(ContractChangeKind kind, string verb, string? before, string? after, IReadOnlyList<FeaturePair> changed, HashSet<FeaturePair> explained)
    {
        if (before != after)
        {
            changes.Add(Verdict.NewVersion, kind, $"{verb} {after ?? "ever"}, and before {before ?? "ever"}");
            explained.UnionWith(changed);
        }
    }

    /// <summary>Transforms that changed and no fact says why: the query that all of them share, or their expressions.</summary>
    private void Unexplained(IReadOnlyList<FeaturePair> changed)
    {
        foreach (var pair in changed.Where(FeatureComparison.IsEquivalent))
        {
            changes.Add(Verdict.Compatible, ContractChangeKind.LogicEquivalent, $"it is computed in another way, which means the same: {pair.Current!.LogicEquivalent}", pair);
        }

        var unsaid = changed.Where(p => !FeatureComparison.IsEquivalent(p)).ToList();
        const string Remedy = "If it means the same, say why: [LogicEquivalent(\"reason\")].";

        // What changes the query changes every feature; else it is the members of an enum that its hash has noticed.
        var isOfQuery = locked.QueryHash != current.QueryHash && !pairs.Any(p => p is { Locked: not null, Current: not null } && FeatureComparison.HasSameLogic(p));
        if (unsaid.Count > 0 && isOfQuery)
        {
            changes.Add(
                Verdict.NewVersion,
                ContractChangeKind.Query,
                $"filter, joins or key of its query changed, by which {SourceComparison.Features(unsaid)} {(unsaid.Count == 1 ? "has" : "have")} other values",
                remedy: $"{changes.Fork} {Remedy}",
                isFree: AreFree(unsaid));
            return;
        }

        foreach (var pair in unsaid)
        {
            changes.Add(Verdict.NewVersion, ContractChangeKind.Transform, $"it is computed in another way (transform {pair.Current!.Hash}, and was {pair.Locked!.Hash})", pair, $"{changes.Fork} {Remedy}");
        }
    }

    private void Service()
    {
        foreach (var before in locked.Views)
        {
            var after = current.Views.FirstOrDefault(v => v.Name == before.Name);
            if (after is null)
            {
                changes.Add(Verdict.Breaking, ContractChangeKind.FeatureRemoved, $"it no longer reads {before.View} as '{before.Name}'", retiredPart: before.Retired);
            }
            else if (after.Retired != before.Retired)
            {
                changes.Add(Verdict.Compatible, ContractChangeKind.Description, $"'{before.Name}' is retired {(after.Retired is { } date ? $"from {date} on" : "no longer")}");
            }

            if (after is not null && after.View != before.View)
            {
                changes.Add(Verdict.NewVersion, ContractChangeKind.ServiceView, $"as '{before.Name}' it reads {after.View}, and before {before.View}");
            }
        }

        var common = current.Vector.Where(locked.Vector.Contains).ToList();
        if (!common.SequenceEqual(locked.Vector.Where(current.Vector.Contains)))
        {
            var moved = common.Zip(locked.Vector.Where(current.Vector.Contains), (after, before) => (after, before)).First(p => p.after != p.before);
            changes.Add(Verdict.NewVersion, ContractChangeKind.VectorOrder, $"the order of its vector changed: '{moved.after}' stands where '{moved.before}' stood", remedy: $"Restore the order of the properties. {changes.Fork}");
        }
        else if (current.Vector.Count > common.Count && !locked.Vector.IsEmpty)
        {
            Growth(common);
        }
    }

    private void Growth(List<string> common)
    {
        var added = current.Vector.Where(v => !locked.Vector.Contains(v)).Select(v => $"'{v}'").ToList();
        var moved = common.Count(v => current.Vector.TakeWhile(c => c != v).Count() != common.IndexOf(v));
        changes.Add(
            Verdict.Compatible,
            ContractChangeKind.VectorGrowth,
            $"its vector has {string.Join(", ", added)} besides{(moved == 0 ? ", after all others" : $", and {moved} of the others stand at later places")}");
    }

    /// <summary>Whether none of the features is released, so that what changed them is as free as they are.</summary>
    private static bool AreFree(IReadOnlyList<FeaturePair> touched) => touched.All(p => !p.Locked!.IsReleased);

    private static string? Length(long? microseconds) => microseconds is { } length ? WindowNotation.Write(length) : null;

    private static string Text(string? value) => string.IsNullOrEmpty(value) ? "not given" : $"'{value}'";
}
