using Shouldly;
using TypedFeatures.Offline;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>The probe that computes values once more with the future physically absent: silent over plans that are right, and not over plans that look ahead.</summary>
public sealed class LookaheadTests : IDisposable
{
    private const int Seed = 20_261_127;

    private static readonly IReadOnlyList<ViewCase> Views =
    [
        ViewCases.CustomerOrders, ViewCases.StatusTexts, ViewCases.DeviceVisits, ViewCases.SensorLists, ViewCases.UserPermits, ViewCases.OutletRisk, ViewCases.OutletPulse,
        ViewCases.VisitPulse, ViewCases.PlaceOrders,
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lookahead");

    public static TheoryData<string> EngineNames() => [.. Engines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task PlansThatAreRight_DoNotLookAhead(string engine)
    {
        var histories = HistoryGenerator.Group(Seed, 0, 12);
        var rows = new SourceRows(histories);
        var kind = Engines.All.Single(e => e.Name == engine);
        await using var arena = await Arena.OpenAsync(kind, folder.FullName, histories, static inner => inner);

        var reports = new List<LookaheadReport>();
        foreach (var view in Views)
        {
            if (await VerifyAsync(view, arena.Store, rows, histories[0].Clock.Instants[1]) is { } report)
            {
                report.Differences.ShouldBeEmpty($"{engine}: {view.Name}");
                reports.Add(report);
            }
        }

        reports.Count.ShouldBeGreaterThanOrEqualTo(Views.Count - 2, "a view that overflows is not compared");
        reports.Sum(r => r.Values).ShouldBeGreaterThan(500);
        reports.ShouldAllBe(r => r.CopiedRows > 0 && r.Instants == 1);
        (await ScratchesAsync(arena.Engine)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task PlanThatSeesLateRows_IsFound(string engine)
    {
        var fault = new Fault("late rows seen") { Sql = sql => sql.Replace("AND h.ingest_time <= s.as_of", "", StringComparison.Ordinal) };
        var histories = HistoryGenerator.Group(Seed, 1, 12);
        var kind = Engines.All.Single(e => e.Name == engine);
        await using var arena = await Arena.OpenAsync(kind, folder.FullName, histories, inner => new FaultyEngine(inner, fault));

        var found = new List<LookaheadReport>();
        foreach (var instant in histories[0].Clock.Instants)
        {
            found.AddRange(await VerifyAsync(ViewCases.CustomerOrders, arena.Store, new SourceRows(histories), instant) is { } report ? [report] : []);
        }

        fault.Happened.ShouldBeTrue();
        found.Sum(r => r.Differences.Count).ShouldBeGreaterThan(0);
        found.ShouldAllBe(r => r.Differences.All(d => d.Position < r.Rows));
    }

    [Fact]
    public async Task SampleOfSeveralInstants_IsComparedAtEach()
    {
        var histories = HistoryGenerator.Group(Seed, 2, 12);
        var engine = Engines.All.Single(e => e.Name == "sqlite");
        await using var arena = await Arena.OpenAsync(engine, folder.FullName, histories, static inner => inner);
        var instants = histories[0].Clock.Instants;

        var report = await arena.Store.VerifyNoLookaheadAsync(DeviceVisits.View, instants.Reverse().SelectMany(i => Enum.GetValues<Device>().Select(d => new DeviceVisits.Spine(d, i))));

        (report.Rows, report.Instants).ShouldBe((3 * instants.Count, instants.Count));
        report.Values.ShouldBe(report.Rows * (DeviceVisits.View.Descriptor.Features.Count + 1));
        report.IsClean.ShouldBeTrue();
    }

    [Fact]
    public async Task RowThatIsRefused_IsNamedByItsPosition()
    {
        var engine = Engines.All.Single(e => e.Name == "sqlite");
        await using var arena = await Arena.OpenAsync(engine, folder.FullName, HistoryGenerator.Group(Seed, 3, 1), static inner => inner);

        var refused = await Should.ThrowAsync<SpineException>(() => arena.Store.VerifyNoLookaheadAsync(
            DeviceVisits.View, [new DeviceVisits.Spine(Device.Phone, new DateTime(2024, 1, 1)), new DeviceVisits.Spine(Device.Phone, new DateTime(1800, 1, 1))]));

        refused.Position.ShouldBe(1);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Null where a value of the sample overflows, which training says as it should.</summary>
    private static async Task<LookaheadReport?> VerifyAsync(ViewCase view, FeatureStore store, SourceRows rows, DateTime asOf)
    {
        try
        {
            return await view.VerifyNoLookaheadAsync(store, rows, asOf, entities: 40);
        }
        catch (Exception failure) when (Failures.IsMeant(failure))
        {
            return null;
        }
    }

    /// <summary>How many scratch storages there are.</summary>
    private static async Task<long> ScratchesAsync(IOfflineEngine engine)
    {
        var sql = engine.Name switch
        {
            "postgres" => "SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname LIKE 'typed_features_scratch%'",
            "clickhouse" => "SELECT toInt64(count()) FROM system.databases WHERE name LIKE 'typed_features_scratch%'",
            _ => null,
        };
        if (sql is null)
        {
            return Directory.GetDirectories(Path.GetTempPath(), engine.Name == "duckdb" ? "typedfeatures-lake-*" : "typedfeatures-sqlite-*").Length;
        }

        await using var cursor = await engine.QueryAsync(new EngineQuery(sql, []));
        await cursor.ReadAsync();
        return cursor.GetInt64(0);
    }
}
