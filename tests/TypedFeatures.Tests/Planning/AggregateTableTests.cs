using Shouldly;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;
using Xunit;

namespace TypedFeatures.Tests.Planning;

/// <summary>The table of aggregates is whole: every kind has its entry, its spelling on every engine, and its accumulator.</summary>
public class AggregateTableTests
{
    public static TheoryData<AggregateKind> Kinds() => [.. Enum.GetValues<AggregateKind>()];

    [Fact]
    public void EveryKind_HasTheEntryAtItsPlace() =>
        AggregateTable.All.Select(a => a.Kind).ShouldBe(Enum.GetValues<AggregateKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_IsSpelledByEveryDialect(AggregateKind kind)
    {
        var info = AggregateTable.Of(kind);
        var column = info.Argument == AggregateArgument.None ? null : new SqlColumn("h", "x");
        var parameters = info.Parameters.Select(p => new Constant(new ScalarType(p.Kind), p.Kind == ScalarKind.Double ? 0.5 : 1L)).ToEquatableArray();
        foreach (var dialect in SqlDialect.All)
        {
            Should.NotThrow(() => dialect.Aggregate(new AggregateRequest(
                kind, ScalarType.Double, column, null, EquatableArray.Of<SqlExpression>(new SqlColumn("h", "event_time")), parameters)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_HasAnAccumulator(AggregateKind kind)
    {
        var info = AggregateTable.Of(kind);
        var arity = (info.IsOfAnyType ? 2 : 0) + (info.IsOrdered ? 2 : 0);
        var name = "TypedFeatures.Online." + info.Accumulator(ScalarType.Double) + (arity == 0 ? "" : "`" + arity);

        typeof(Instant).Assembly.GetType(name).ShouldNotBeNull();
    }

    [Fact]
    public void MethodsOfTheLanguage_NameOneEntryEach() => AggregateTable.All.Select(a => a.Method).ShouldBeUnique();
}
