using System.Globalization;
using System.Text.RegularExpressions;
using Shop;
using Shouldly;
using TypedFeatures.Offline;
using TypedFeatures.Sources;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// What PostgreSQL makes of training queries over tables of some thousand rows: every source is scanned once, no join looks at every pair of rows,
/// and twice as many entities are twice the work.
/// </summary>
public sealed partial class PostgresPlanTests
{
    private const int EventsPerUser = 12;
    private const int MomentsPerUser = 4;

    private static readonly DateTime T = new(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    [OnPostgresFact]
    public Task DimensionJoin_WithFilters() =>
        CheckAsync(UserPurchases.View, (user, at) => new UserPurchases.Spine(user, at), "purchases", "merchants");

    [OnPostgresFact]
    public Task Windows_WithoutJoin() => CheckAsync(MerchantStats.View, (user, at) => new MerchantStats.Spine(user, at), "purchases");

    [OnPostgresFact]
    public Task Sessions_AndTiles() => CheckAsync(UserRhythm.View, (user, at) => new UserRhythm.Spine(user, at), "purchases");

    // The planner takes each of these conditions to leave one row in two hundred, and all of them to leave none; all of them leave all.
    [OnPostgresFact]
    public Task DimensionJoin_WhoseFiltersThePlannerMisjudges() =>
        CheckAsync(PlanGuess.View, (user, at) => new PlanGuess.Spine(user, at), "purchases", "merchants");

    private static async Task CheckAsync<TKey, TFeatures, TSpine>(
        FeatureView<TKey, TFeatures, TSpine> view, Func<long, DateTime, TSpine> spine, params string[] sources)
        where TKey : notnull
        where TFeatures : class
    {
        // Enough rows for the store to bring the planner's statistics up to date itself.
        var handled = new List<double>();
        var plans = new List<string>();
        foreach (var users in new[] { 800, 1600 })
        {
            await using var store = await FeatureStore.OpenAsync(o => o.UseOfflineEngine(async token =>
                new ExplainingEngine(await Engines.Postgres.OpenAsync($"{Guid.NewGuid()}", token), plans)));
            await store.IngestAsync(Merchants(users));
            await store.IngestAsync(Purchases(users));
            var rows = 0;
            await foreach (var row in store.Training(view, Moments(users).Select(m => spine(m.User, m.At)).ToList()))
            {
                rows += row.Found ? 1 : 0;
            }

            rows.ShouldBeGreaterThan(users, "most moments see events");
            var plan = plans[^1];
            foreach (var source in sources)
            {
                Regex.Count(plan, $@"Scan.* on {source}\b").ShouldBe(1, plan);
            }

            PairwiseJoin().IsMatch(plan).ShouldBeFalse("A nested loop compares every pair of rows:\n" + plan);
            handled.Add(Handled(plan));
        }

        // The pairs of a user's events and moments, the scans and the sorts: some tens of rows per pair at most.
        handled[1].ShouldBeLessThan(1600 * EventsPerUser * MomentsPerUser * 10d);
        (handled[1] / handled[0]).ShouldBeInRange(1.7, 2.3, string.Join("\n\n", plans));
    }

    /// <summary>The rows that the nodes of a plan made or threw away.</summary>
    private static double Handled(string plan)
    {
        var (total, loops) = (0d, 1d);
        foreach (var line in plan.Split('\n'))
        {
            if (Node().Match(line) is { Success: true } node)
            {
                loops = Number(node.Groups[2]);
                total += Number(node.Groups[1]) * loops;
            }
            else if (Removed().Match(line) is { Success: true } removed)
            {
                total += Number(removed.Groups[1]) * loops;
            }
        }

        return total;
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<Merchant> Merchants(int count) =>
        from merchant in Enumerable.Range(0, count)
        from change in Enumerable.Range(0, 8)
        select new Merchant { MerchantId = merchant, UpdatedAt = T.AddDays(-100 + (12 * change)), Country = "GB", FxRate = 1 + (0.1 * change) };

    private static IEnumerable<Purchase> Purchases(int users) =>
        from user in Enumerable.Range(0, users)
        from n in Enumerable.Range(0, EventsPerUser)
        let at = T.AddMinutes(-(user % 977) - (n * 1700))
        select new Purchase
        {
            EventId = $"{user}-{n}", OccurredAt = at, IngestedAt = at, UserId = user, MerchantId = ((user * 31) + n) % users,
            Amount = 5 + n, Category = n % 3 == 0 ? "toys" : "food", Status = Shop.OrderStatus.Completed,
        };

    private static IEnumerable<(long User, DateTime At)> Moments(int users) =>
        from n in Enumerable.Range(0, MomentsPerUser) from user in Enumerable.Range(0, users) select ((long)user, T.AddDays(-3 * n));

    [GeneratedRegex(@"\(actual rows=([\d.]+) loops=(\d+)\)")]
    private static partial Regex Node();

    [GeneratedRegex(@"Rows Removed by (?:Join )?Filter: (\d+)")]
    private static partial Regex Removed();

    /// <summary>A nested loop with a condition of its own: one that seeks by what it got has none.</summary>
    [GeneratedRegex(@"Nested Loop.*\n\s+Join Filter:")]
    private static partial Regex PairwiseJoin();

    /// <summary>Keeps what the server says it did for each query.</summary>
    private sealed class ExplainingEngine(IOfflineEngine inner, List<string> plans) : IOfflineEngine
    {
        public string Name => inner.Name;

        public ValueTask<IngestReport> IngestAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
            where T : class => inner.IngestAsync(source, rows, cancellationToken);

        public ValueTask<long?> GetIngestWatermarkAsync(Plans.SourceSchema source, CancellationToken cancellationToken = default) =>
            inner.GetIngestWatermarkAsync(source, cancellationToken);

        public ValueTask AdvanceIngestWatermarkAsync(Plans.SourceSchema source, long watermark, CancellationToken cancellationToken = default) =>
            inner.AdvanceIngestWatermarkAsync(source, watermark, cancellationToken);

        public async ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default)
        {
            var lines = new List<string>();
            await using (var explained = await inner.QueryAsync(query with { Sql = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF)\n" + query.Sql }, cancellationToken))
            {
                while (await explained.ReadAsync(cancellationToken))
                {
                    lines.Add(explained.GetString(0));
                }
            }

            plans.Add(string.Join('\n', lines));
            return await inner.QueryAsync(query, cancellationToken);
        }

        public ValueTask<ITableWriter> CreateParquetAsync(string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
            inner.CreateParquetAsync(path, columns, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
