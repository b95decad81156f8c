using TypedFeatures.Offline;

namespace TypedFeatures.Parity.Tests;

/// <summary>Faults in what goes into an engine and in what online states are built from.</summary>
internal static class RowMutations
{
    public static IReadOnlyList<Mutation> All { get; } = [.. Feeds(), .. Ingestion()];

    private static IEnumerable<Mutation> Feeds() =>
    [
        OfFeed("a row lost on its way online", ViewCases.CustomerOrders, (cursor, mutation) => new LosingCursor(cursor, mutation)),
        OfFeed("a row fed twice", ViewCases.CustomerOrders, (cursor, mutation) => new RepeatingCursor(cursor, mutation)),
        OfFeed("two columns of the feed swapped", ViewCases.BasketTimes, (cursor, mutation) => new SwappingCursor(cursor, mutation, 5, 6)),
        OfFeed("event times off by a microsecond", ViewCases.CustomerOrders, (cursor, mutation) => new ShiftingCursor(cursor, mutation, 1)),
        OfFeed("event time and ingest time swapped", ViewCases.CustomerOutlet, (cursor, mutation) => new SwappingCursor(cursor, mutation, 2, 3)),
    ];

    private static IEnumerable<Mutation> Ingestion() =>
    [
        new("duplicates taken for events of their own", Engines.DuckDb, ViewCases.CustomerOutlet)
        {
            Rows = (seen, row) => row is Order order && !seen.Add(order.OrderId) ? order with { OrderId = $"{order.OrderId}#{seen.Count}" } : row,
        },
        new("whatever arrives first stays", Engines.Sqlite, ViewCases.CustomerOutlet)
        {
            Rows = (seen, row) => row is Order order && !seen.Add(order.OrderId) ? null : row,
        },
        new("versions that are known too early", Engines.DuckDb, ViewCases.StatusTexts)
        {
            Rows = (_, row) => row is Order order ? order with { IngestedAt = order.OccurredAt } : row,
        },
        new("fractions of a microsecond rounded up", Engines.Sqlite, ViewCases.SessionVisits)
        {
            Rows = (_, row) => row is Visit visit && visit.At.Ticks % 10 != 0 ? visit with { At = visit.At.AddTicks(9) } : row,
        },
    ];

    private static Mutation OfFeed(string name, ViewCase view, Func<RowCursor, Mutation, RowCursor> wrap)
    {
        Mutation? mutation = null;
        mutation = new Mutation(name, Engines.Sqlite, view) { Feed = cursor => wrap(cursor, mutation!) };
        return mutation;
    }
}
