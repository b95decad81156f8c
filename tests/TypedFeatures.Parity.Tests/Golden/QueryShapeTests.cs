using System.Text.RegularExpressions;
using Shop;
using Shouldly;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>What the SQL of every view is made of, and what engines make of it.</summary>
public sealed partial class QueryShapeTests
{
    private static readonly FeatureViewDescriptor[] Views = [UserPurchases.View.Descriptor, .. ViewCases.All.Select(v => v.Descriptor)];

    // Sources that a view names several times: a dimension under two roles, a stream in two branches of a merge, what the views that it joins read, once for each grid.
    private static readonly Dictionary<(string View, string Source), int> Names = new()
    {
        [("label_holders", "outlets")] = 2, [("sensor_holders", "permits")] = 2, [("agent_activity", "signals")] = 2,
        [("place_orders", "orders")] = 2, [("sensor_pulse", "orders")] = 2, [("sensor_pulse", "outlets")] = 2,
        [("visit_pulse", "orders")] = 2, [("visit_pulse", "outlets")] = 4,
    };

    public static TheoryData<string> ViewNames() => [.. Views.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(ViewNames))]
    public void EverySource_IsReadAsOftenAsTheViewNamesIt(string view)
    {
        foreach (var (engine, plan, sql) in Queries(view))
        {
            foreach (var source in Descriptor(view).Sources)
            {
                var reads = Regex.Count(sql, $@"\b(FROM|JOIN) {Regex.Escape(source.Name)}\b");

                // SQLite finds a dimension's row by seeking the greatest one that was valid: the same table, named for the seek and for its row.
                var readsPerName = engine == "sqlite" && source.Kind == SourceKind.Dimension ? 2 : 1;
                reads.ShouldBe(Names.GetValueOrDefault((view, source.Name), 1) * readsPerName, $"{engine} {plan}: {source.Name}");
            }

            CommaJoin().IsMatch(sql).ShouldBeFalse($"{engine} {plan} joins without a condition");
            sql.ShouldNotContain("CROSS JOIN");
        }
    }

    [Theory]
    [MemberData(nameof(ViewNames))]
    public async Task DuckDb_ScansEverySourceOnce_AndMultipliesNothing(string view)
    {
        var folder = Directory.CreateTempSubdirectory("shape");
        try
        {
            await using var engine = await Engines.DuckDb.OpenAsync(folder.FullName, default);
            foreach (var (_, plan, sql) in Queries(view).Where(q => q.Engine == "duckdb"))
            {
                var text = await ExplainAsync(engine, view, plan, "EXPLAIN " + sql);

                text.ShouldNotContain("CROSS_PRODUCT", customMessage: $"{plan}\n{text}");
                text.ShouldNotContain("NESTED_LOOP_JOIN", customMessage: $"{plan}\n{text}");
                text.ShouldNotContain("BLOCKWISE_NL_JOIN", customMessage: $"{plan}\n{text}");
                text.ShouldNotContain("IE_JOIN", customMessage: $"{plan}\n{text}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(ViewNames))]
    public async Task Sqlite_SeeksDimensions(string view)
    {
        var folder = Directory.CreateTempSubdirectory("shape");
        try
        {
            await using var engine = await Engines.Sqlite.OpenAsync(folder.FullName, default);
            foreach (var (_, plan, sql) in Queries(view).Where(q => q.Engine == "sqlite"))
            {
                var text = await ExplainAsync(engine, view, plan, "EXPLAIN QUERY PLAN " + sql);

                foreach (var dimension in Descriptor(view).Sources.Where(s => s.Kind == SourceKind.Dimension))
                {
                    Regex.IsMatch(text, $@"SCAN (TABLE )?{dimension.Name}\b").ShouldBeFalse($"{plan} scans {dimension.Name} for every event:\n{text}");
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FeatureViewDescriptor Descriptor(string view) => Views.Single(v => v.Name == view);

    private static IEnumerable<(string Engine, string Plan, string Sql)> Queries(string view) =>
        from plans in Descriptor(view).Plans
        from text in UserPurchasesSqlTests.Texts(plans)
        where text.Key != "setup"
        select (plans.Engine, text.Key, text.Value);

    private static async Task<string> ExplainAsync(IOfflineEngine engine, string view, string plan, string sql)
    {
        var descriptor = Descriptor(view);
        var isTraining = plan.StartsWith("training", StringComparison.Ordinal);
        var query = new EngineQuery(sql, descriptor.Sources)
        {
            AsOf = isTraining ? null : 0,
            Setup = descriptor.PlansFor(engine.Name).Setup,
            Spine = isTraining || plan.EndsWith("of-keys", StringComparison.Ordinal)
                ? new SpineRows([.. descriptor.Keys, .. isTraining ? [new FieldSchema("AsOf", "as_of", ScalarType.DateTime)] : Array.Empty<FieldSchema>()], 0, (_, _) => { })
                : null,
        };
        var lines = new List<string>();
        await using var cursor = await engine.QueryAsync(query);
        while (await cursor.ReadAsync())
        {
            // DuckDB: key and plan. SQLite: id, parent, unused, detail.
            lines.Add(cursor.GetString(engine.Name == "duckdb" ? 1 : 3));
        }

        lines.ShouldNotBeEmpty();
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^\s*FROM \w+ AS \w+,", RegexOptions.Multiline)]
    private static partial Regex CommaJoin();
}
