using Shouldly;
using Xunit;

namespace TypedFeatures.Specification.Tests;

/// <summary>
/// What every way to compute a feature must say: the examples of <c>docs/semantics.md</c>. An engine inherits all of them; what one cannot express it
/// declares as a capability, and the page shows the diagnostic.
/// </summary>
public abstract class EngineSpecification(Column column)
{
    public static TheoryData<string> Examples() => [.. SemanticsPage.Examples.Where(e => e is not (RefusedCode or SqlFragment)).Select(e => e.ToString())];

    public abstract Task Example_SaysWhatThePageSays(string example);

    protected async Task CheckAsync(string name)
    {
        var example = SemanticsPage.Examples.Single(e => e.ToString() == name);
        if (Results.Has(column, example))
        {
            (await Results.OfAsync(column, example)).ShouldBeEmpty();
        }
    }
}

public sealed class ReferenceSpecification() : EngineSpecification(Column.Reference)
{
    [Theory]
    [MemberData(nameof(Examples))]
    public override Task Example_SaysWhatThePageSays(string example) => CheckAsync(example);
}

public sealed class DuckDbSpecification() : EngineSpecification(Column.DuckDb)
{
    [Theory]
    [MemberData(nameof(Examples))]
    public override Task Example_SaysWhatThePageSays(string example) => CheckAsync(example);
}

public sealed class SqliteSpecification() : EngineSpecification(Column.Sqlite)
{
    [Theory]
    [MemberData(nameof(Examples))]
    public override Task Example_SaysWhatThePageSays(string example) => CheckAsync(example);
}

public sealed class PostgresSpecification() : EngineSpecification(Column.Postgres)
{
    [EngineTheory(Column.Postgres)]
    [MemberData(nameof(Examples))]
    public override Task Example_SaysWhatThePageSays(string example) => CheckAsync(example);
}

public sealed class ClickHouseSpecification() : EngineSpecification(Column.ClickHouse)
{
    [EngineTheory(Column.ClickHouse)]
    [MemberData(nameof(Examples))]
    public override Task Example_SaysWhatThePageSays(string example) => CheckAsync(example);
}

/// <summary>States built in every order, written and read back, and served.</summary>
public sealed class OnlineSpecification() : EngineSpecification(Column.Online)
{
    [Theory]
    [MemberData(nameof(Examples))]
    public override Task Example_SaysWhatThePageSays(string example) => CheckAsync(example);
}

/// <summary>A theory of an engine; reported as skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineTheoryAttribute : TheoryAttribute
{
    public EngineTheoryAttribute(Column column)
    {
        Column = column;
        Skip = Results.MissingReason(column);
    }

    public Column Column { get; }
}
