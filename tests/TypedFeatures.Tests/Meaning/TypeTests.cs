using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class TypeTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Types");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Types", law);

    [Fact]
    public void UnnamedEnumMember_IsRefused_NamingRowAndProperty() =>
        Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, T, [Buy("a", T) with { Status = (OrderStatus)9 }], [Uk]))
            .Message.ShouldContain("Row 0 of Shop.Purchase: Status: is not a named member of its enum.");

    [Fact]
    public void DateOutsideTheYears_IsRefused_NamingRowAndProperty() =>
        Should.Throw<ArgumentException>(() => CourierLabels.Evaluate("ada", T, [Scan(1, T) with { DueOn = new DateOnly(2300, 1, 1) }]))
            .Message.ShouldContain("Row 0 of Shop.Parcel: DueOn: lies outside the years 1900 to 2299.");

    [Fact]
    public void Columns_AreThePropertiesThatCanBeSet()
    {
        var moment = new ReferenceMoment(T);
        var query =
            from e in ReferenceEvaluation.Events([new Derived { Id = 1, At = T, Other = -0d }], moment)
            group e by e.Id into g
            select new Answer<double> { Value = g.All.Sum(e => e.Doubled) };

        ReferenceEvaluation.Evaluate(query, moment, 1).Value.ShouldBe(0);
    }

    [Fact]
    public void WrongSources_AreRefused_SayingWhatToMark()
    {
        Refusal<Answer<int>>().ShouldContain("has no property marked [EventTime]");
        Refusal<WithoutId>().ShouldContain("has no property marked [EventId]");
        Refusal<WithObject>().ShouldContain("has the property Other of type System.Object");
        Refusal<WithNullableTime>().ShouldContain("marks At with [EventTime], which cannot be null");
        Refusal<WithTextTime>().ShouldContain("marks At with [EventTime]; its type is DateTime");

        static string Refusal<T>()
            where T : class => Should.Throw<InvalidOperationException>(() => ReferenceRows.Events<T>([])).Message;
    }

    [Fact]
    public void ClassThatIsNoRecord_IsTakenAsItIs_AndRefusedWhereAValueWouldChange()
    {
        ReferenceRows.Events([new Plain { At = T }]).Count().ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => ReferenceRows.Events([new Plain { At = T.AddTicks(1) }])).Message.ShouldContain("make it a record");
    }

    private record Base
    {
        [EventId] public int Id { get; init; }
        [EventTime] public DateTime At { get; init; }
    }

    private sealed record Derived : Base
    {
        public double Other { get; init; }
        public double Doubled => 2 * Other;
    }

    private sealed record WithoutId
    {
        [EventTime] public DateTime At { get; init; }
    }

    private sealed record WithObject : Base
    {
        public object? Other { get; init; }
    }

    private sealed record WithNullableTime
    {
        [EventId] public int Id { get; init; }
        [EventTime] public DateTime? At { get; init; }
    }

    private sealed record WithTextTime
    {
        [EventId] public int Id { get; init; }
        [EventTime] public string At { get; init; } = "";
    }

    private sealed class Plain
    {
        [EventId] public int Id { get; init; }
        [EventTime] public DateTime At { get; init; }
    }
}
