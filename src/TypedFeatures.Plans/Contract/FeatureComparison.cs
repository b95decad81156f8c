namespace TypedFeatures.Plans.Contract;

/// <summary>Compares a feature that was locked with what the code has for it.</summary>
internal sealed class FeatureComparison(ChangeCollector changes)
{
    /// <summary>A feature that is gone: the code may have it under another name, unsaid.</summary>
    public void Removed(FeaturePair pair, IEnumerable<FeatureContract> added)
    {
        var feature = pair.Locked!;
        var renamed = added.FirstOrDefault(a => a.Hash == feature.Hash && a.Hash.Length > 0 && a.Type == feature.Type);
        changes.Add(
            Verdict.Breaking,
            ContractChangeKind.FeatureRemoved,
            renamed is null ? "it is gone" : $"it is gone, and '{renamed.Property}' computes what it did",
            pair,
            renamed is null ? null : $"If it is the same feature, mark '{renamed.Property}' [FormerlyNamed(\"{feature.Id}\")]; else undo it, or mark it [Retired(\"date\")] first and keep it until that date.");
    }

    /// <summary>A feature that is new: readers that do not know of it have to be given something.</summary>
    public void Added(FeaturePair pair)
    {
        var feature = pair.Current!;
        var verdict = feature.CanBeAbsent ? Verdict.Compatible : Verdict.NewVersion;
        var what = feature.CanBeAbsent ? "it is new" : "it is new, is never null and states no default";
        changes.Add(verdict, ContractChangeKind.FeatureAdded, what, pair, $"Let it be null, or state a default with ??. {changes.Fork}");
    }

    /// <summary>What it is called, its type, its default, its meaning to privacy.</summary>
    /// <returns>Whether its type changed, and that is why its transform may have.</returns>
    public bool Declared(FeaturePair pair)
    {
        var (before, after) = (pair.Locked!, pair.Current!);
        if (before.Name != after.Name)
        {
            changes.Add(Verdict.Compatible, ContractChangeKind.FeatureRenamed, $"it is called '{after.Name}' now", pair);
        }
        else if (before.Property != after.Property)
        {
            changes.Add(Verdict.Compatible, ContractChangeKind.Description, $"its property is '{after.Property}' now", pair);
        }

        var types = TypeComparison.Of(before.Type, after.Type).ToList();
        foreach (var change in types)
        {
            changes.Add(changes.VerdictOf(change.Kind), change.Kind, change.Text, pair);
        }

        if (before.Origin is not FeatureOrigin.Request && before.Default != after.Default)
        {
            changes.Add(Verdict.NewVersion, ContractChangeKind.Default, $"its default is {after.Default ?? "not stated any more"}, and was {before.Default ?? "not stated"}", pair);
        }

        Pii(pair, before.IsPii, after.IsPii, after.PiiRemoval is not null && after.PiiRemoval != before.PiiRemoval);
        if (before.Retired != after.Retired)
        {
            changes.Add(Verdict.Compatible, ContractChangeKind.Description, after.Retired is null ? "it is retired no longer" : $"it is retired from {after.Retired} on", pair);
        }

        return types.Any(t => !changes.IsTaken(t.Kind)) || (types.Count > 0 && HasSameLogic(pair));
    }

    /// <summary>Personal data that is no longer marked so.</summary>
    public void Pii(FeaturePair? pair, bool before, bool after, bool isExplained, string what = "it")
    {
        if (!before && after)
        {
            changes.Add(Verdict.Compatible, ContractChangeKind.PiiAdded, what + " is personal data now", pair);
        }
        else if (before && !after)
        {
            changes.Add(isExplained ? Verdict.Compatible : Verdict.NeedsPiiRemoval, ContractChangeKind.PiiRemoved, what + " is no longer marked as personal data", pair);
        }
    }

    /// <summary>Over which rows and by which aggregates it is computed.</summary>
    /// <returns>Whether that changed.</returns>
    public bool Computed(FeaturePair pair)
    {
        var (before, after) = (pair.Locked!, pair.Current!);
        if (before.Windows != after.Windows)
        {
            changes.Add(Verdict.NewVersion, ContractChangeKind.Window, $"its windows are {List(after.Windows)}, and were {List(before.Windows)}", pair);
        }

        if (before.Aggregates != after.Aggregates)
        {
            changes.Add(Verdict.NewVersion, ContractChangeKind.Aggregate, $"its aggregates are {List(after.Aggregates)}, and were {List(before.Aggregates)}", pair);
        }

        return before.Windows != after.Windows || before.Aggregates != after.Aggregates;
    }

    /// <summary>Whether transforms differ in the members of enums alone.</summary>
    public static bool HasSameLogic(FeaturePair pair)
    {
        static string Logic(FeatureContract feature) => feature.LogicHash.Length > 0 ? feature.LogicHash : feature.Hash;
        return Logic(pair.Locked!) == Logic(pair.Current!);
    }

    /// <summary>Whether the code says why another transform means the same. A reason that was accepted once says nothing of a later change.</summary>
    public static bool IsEquivalent(FeaturePair pair) =>
        pair.Current!.LogicEquivalent is not null && pair.Current.LogicEquivalent != pair.Locked!.LogicEquivalent;

    /// <summary>What a change of a type means.</summary>
    public static Verdict VerdictOf(ContractChangeKind kind) => kind switch
    {
        ContractChangeKind.TypeWidened or ContractChangeKind.BecameNonNull or ContractChangeKind.EnumStorage or ContractChangeKind.EnumMemberAdded or ContractChangeKind.EnumMembersReordered => Verdict.NewVersion,
        _ => Verdict.Breaking,
    };

    private static string List(EquatableArray<string> texts) => texts.IsEmpty ? "none" : string.Join(", ", texts);
}
