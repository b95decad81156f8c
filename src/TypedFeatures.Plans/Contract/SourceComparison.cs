namespace TypedFeatures.Plans.Contract;

/// <summary>A change of what is read, and the features that it explains.</summary>
internal sealed record SourceChange(Verdict Verdict, ContractChangeKind Kind, string Text, Func<FeaturePair, bool> Explains);

/// <summary>Compares the sources of a definition: which there are, how time and identity are read from them, the types of their columns.</summary>
internal static class SourceComparison
{
    /// <summary>The changes. Each counts only where it changed the transform of a feature that it explains.</summary>
    public static IEnumerable<SourceChange> Of(DefinitionContract locked, DefinitionContract current, IReadOnlyList<FeaturePair> pairs)
    {
        foreach (var moved in pairs.Where(p => p.Locked!.Sources != p.Current!.Sources).GroupBy(p => (Before: p.Locked!.Sources, After: p.Current!.Sources)))
        {
            var group = moved.ToList();
            yield return new SourceChange(
                Verdict.NewVersion,
                ContractChangeKind.Source,
                $"{Features(group)} come{(group.Count == 1 ? "s" : "")} from {string.Join(", ", moved.Key.After)}, and before from {string.Join(", ", moved.Key.Before)}",
                group.Contains);
        }

        foreach (var before in locked.Sources)
        {
            if (current.Sources.FirstOrDefault(s => s.Name == before.Name && s.Kind == before.Kind) is { } after)
            {
                foreach (var (verdict, kind, text) in OfSource(before, after))
                {
                    yield return new SourceChange(verdict, kind, text, p => p.Current!.Sources.Contains(after.Label) && p.Locked!.Sources.Contains(before.Label));
                }
            }
        }
    }

    /// <summary>The names of features, as the subject of a sentence.</summary>
    public static string Features(IReadOnlyList<FeaturePair> pairs) => string.Join(", ", pairs.Select(p => $"'{p.Locked!.Name}'"));

    private static IEnumerable<(Verdict Verdict, ContractChangeKind Kind, string Text)> OfSource(SourceContract before, SourceContract after)
    {
        foreach (var role in Enum.GetValues(typeof(ColumnRole)).Cast<ColumnRole>().Where(r => r is not ColumnRole.Value))
        {
            var (old, now) = (NamesOf(before, role), NamesOf(after, role));
            if (old != now)
            {
                yield return (Verdict.NewVersion, KindOf(role), $"the {Noun(role)} of '{before.Name}' is {now}, and was {old}");
            }
        }

        foreach (var column in before.Columns)
        {
            foreach (var change in after.Columns.FirstOrDefault(c => c.Name == column.Name) is { } other ? TypeComparison.Of(column.Type, other.Type) : [])
            {
                yield return (
                    change.IsOfEnum ? FeatureComparison.VerdictOf(change.Kind) : Verdict.NewVersion,
                    change.IsOfEnum ? change.Kind : ContractChangeKind.Source,
                    $"column '{column.Name}' of '{before.Name}': {change.Text}");
            }
        }

        if (before.Every != after.Every)
        {
            yield return (Verdict.NewVersion, ContractChangeKind.Source, $"snapshots of '{before.Name}' are {WindowNotation.WriteReach(after.Every)} apart, and were {WindowNotation.WriteReach(before.Every)}");
        }
    }

    private static string NamesOf(SourceContract source, ColumnRole role)
    {
        var names = source.Columns.Where(c => c.Role == role).Select(c => $"'{c.Name}'").ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }

    private static ContractChangeKind KindOf(ColumnRole role) => role switch
    {
        ColumnRole.EventTime or ColumnRole.ValidFrom => ContractChangeKind.EventTime,
        ColumnRole.EventId => ContractChangeKind.EventId,
        _ => ContractChangeKind.Source,
    };

    private static string Noun(ColumnRole role) => role switch
    {
        ColumnRole.EventTime => "event time",
        ColumnRole.EventId => "event id",
        ColumnRole.IngestTime => "ingest time",
        ColumnRole.EntityKey => "key",
        ColumnRole.ValidFrom => "valid-from",
        ColumnRole.ValidTo => "valid-to",
        _ => "tombstone",
    };
}
