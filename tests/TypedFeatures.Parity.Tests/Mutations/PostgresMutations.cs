using static TypedFeatures.Parity.Tests.Mutation;

namespace TypedFeatures.Parity.Tests;

/// <summary>Faults a printer of PostgreSQL could make: what its operators do by themselves.</summary>
internal static class PostgresMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        OfSql("text in the order of a language", Engines.Postgres, ViewCases.CustomerOutlet, "(h.note)", "(h.note COLLATE \"en-x-icu\")"),
        OfSql("a product that fails where it overflows", Engines.Postgres, ViewCases.UserTotals, "ieee_multiply(", "float8mul("),
        OfSql("a cast that rounds", Engines.Postgres, ViewCases.UserTotals, "CAST(trunc(", "CAST(("),
        OfSql("ties broken by the value", Engines.Postgres, ViewCases.CustomerOutlet,
            "ARRAY[(h.event_time, h.ingest_time, h.event_id, ", "ARRAY[(h.event_time, h.ingest_time, NULL::text, "),
        OfSql("the first for the latest", Engines.Postgres, ViewCases.CustomerOutlet, "max(ARRAY[", "min(ARRAY["),
        OfSql("the earliest row of a dimension", Engines.Postgres, ViewCases.RegionOrders, ".since DESC", ".since ASC"),
        OfSql("a dimension row newer than the event was known", Engines.Postgres, ViewCases.CustomerOrders, "least(o.occurred_at, o.ingested_at)", "o.occurred_at"),
        OfSql("the greatest of the most frequent", Engines.Postgres, ViewCases.CustomerOrders, "(ORDER BY h.category)", "(ORDER BY h.category DESC)"),
        OfSql("a window that includes its start", Engines.Postgres, ViewCases.CustomerOrders,
            "h.event_time > s.as_of - INTERVAL '7 days'", "h.event_time >= s.as_of - INTERVAL '7 days'"),
        OfSql("late rows seen", Engines.Postgres, ViewCases.CustomerOrders, "AND h.ingest_time <= s.as_of", ""),
        OfSql("a null condition negated", Engines.Postgres, ViewCases.CustomerOrders,
            "NOT coalesce(o.amount > 10e0::double precision, FALSE)", "coalesce(o.amount <= 10e0::double precision, FALSE)"),
        OfSql("null unequal to null", Engines.Postgres, ViewCases.StatusTexts, "o.note IS DISTINCT FROM o.category", "coalesce(o.note <> o.category, FALSE)"),
        OfSql("lengths in code points", Engines.Postgres, ViewCases.StatusTexts, "utf16_length(", "length("),
        OfSql("a left join that drops rows", Engines.Postgres, ViewCases.RegionOrders, "LEFT JOIN LATERAL", "JOIN LATERAL"),
        OfSql("rows of entities without any left out", Engines.Postgres, ViewCases.LabelDeals, "LEFT JOIN features AS f", "JOIN features AS f"),
    ];
}
