using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>The harness sees faults of an engine: each is planted alone, and each must be reported.</summary>
public abstract class MutationSpecification(FilledEngines filled) : IClassFixture<FilledEngines>
{
    public abstract Task PlantedFault_IsReported(string name);

    protected static TheoryData<string> NamesOf(EngineKind engine) => [.. Mutations.All.Where(m => m.Engine == engine).Select(m => m.ToString())];

    protected async Task CheckAsync(string name)
    {
        var mutation = Mutations.All.Single(m => m.ToString() == name);
        mutation.Happened = false;

        // The first portion that shows it is enough.
        var isReported = false;
        for (var portion = 0; portion < FilledEngines.Histories.Count && !isReported; portion++)
        {
            isReported = (await ReportAsync(mutation, portion)).Differences.Count > 0;
        }

        mutation.Happened.ShouldBeTrue("The fault was not planted: the text or the row it changes is not there.");
        isReported.ShouldBeTrue();
    }

    private async Task<ParityReport> ReportAsync(Mutation mutation, int portion)
    {
        // A fault in rows is one of ingestion, which then happens anew.
        var isFilled = mutation.Rows is null;
        var check = new ParityCheck([isFilled ? await filled.OfAsync(mutation.Engine, portion) : mutation.Engine])
        {
            Decorate = engine => new FaultyEngine(engine, mutation), IsFilled = isFilled,
        };
        return await check.RunAsync([mutation.View], FilledEngines.Histories[portion]);
    }
}

public sealed class ClickHouseMutationTests(FilledEngines filled) : MutationSpecification(filled)
{
    public static TheoryData<string> Names() => NamesOf(Engines.ClickHouse);

    [OnEngineTheory("clickhouse")]
    [MemberData(nameof(Names))]
    public override Task PlantedFault_IsReported(string name) => CheckAsync(name);
}

public sealed class DuckDbMutationTests(FilledEngines filled) : MutationSpecification(filled)
{
    public static TheoryData<string> Names() => NamesOf(Engines.DuckDb);

    [OnEngineTheory("duckdb")]
    [MemberData(nameof(Names))]
    public override Task PlantedFault_IsReported(string name) => CheckAsync(name);
}

public sealed class PostgresMutationTests(FilledEngines filled) : MutationSpecification(filled)
{
    public static TheoryData<string> Names() => NamesOf(Engines.Postgres);

    [OnEngineTheory("postgres")]
    [MemberData(nameof(Names))]
    public override Task PlantedFault_IsReported(string name) => CheckAsync(name);
}

public sealed class SqliteMutationTests(FilledEngines filled) : MutationSpecification(filled)
{
    public static TheoryData<string> Names() => NamesOf(Engines.Sqlite);

    [OnEngineTheory("sqlite")]
    [MemberData(nameof(Names))]
    public override Task PlantedFault_IsReported(string name) => CheckAsync(name);
}
