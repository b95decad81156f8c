namespace TypedFeatures.Parity.Tests;

/// <summary>Faults a printer of labels could make.</summary>
internal static class LabelMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Of("a horizon without its end", Engines.DuckDb, "h.event_time <= s.as_of + INTERVAL 90 DAY", "h.event_time < s.as_of + INTERVAL 90 DAY"),
        Of("a window without its end", Engines.Sqlite, "h.event_time <= s.as_of + 604800000000", "h.event_time < s.as_of + 604800000000"),
        Of("a label that sees its as-of", Engines.Sqlite, "h.event_time > s.as_of", "h.event_time >= s.as_of"),
        Of("the first version of rows", Engines.DuckDb, "IS NULL THEN o.returned ELSE", "IS NOT NULL OR TRUE THEN o.returned ELSE"),
        Of("any version of rows", Engines.Sqlite, "ORDER BY n.ingested_at DESC, ", "ORDER BY "),
        Of("of versions known at once any", Engines.DuckDb, "n.ingested_at DESC, n.returned DESC, n.return_reason DESC", "n.ingested_at DESC, n.returned ASC, n.return_reason ASC"),
        Of("rows without later versions lost", Engines.DuckDb, "LEFT JOIN history__versions", "JOIN history__versions"),
    ];

    private static Mutation Of(string name, EngineKind engine, string text, string replacement) =>
        Mutation.OfSql(name, engine, ViewCases.CustomerOrders, text, replacement);
}
