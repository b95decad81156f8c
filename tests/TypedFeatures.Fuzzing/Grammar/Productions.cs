using TypedFeatures.Fuzzing.Model;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>The table of everything that is composed out of expressions. A new construct of the language is a new entry.</summary>
public static class Productions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        .. new[] { NumberProductions.All, DecimalProductions.All, ConditionProductions.All, SwitchProductions.All, InlinedProductions.All, TextProductions.All, TimeProductions.All, WindowProductions.All, CompositeProductions.All }
            .SelectMany(table => table).Where(p => Language.Knows(p.Construct)),
    ];

    /// <summary>What gives a kind, where rows or where windows are at hand.</summary>
    public static IReadOnlyList<Production> Of(Kind kind, Level level) => ByKind[(kind, level)].ToList();

    private static readonly ILookup<(Kind, Level), Production> ByKind = All
        .SelectMany(p => new[] { Level.Row, Level.Group }.Where(l => p.Level == Level.Both || p.Level == l).Select(l => (Key: (p.Result, l), p)))
        .ToLookup(p => p.Key, p => p.p);
}
