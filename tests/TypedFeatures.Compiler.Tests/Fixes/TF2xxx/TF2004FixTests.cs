using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2004FixTests
{
    private static readonly TF2004Fixes Fixes = new();

    private static string Source(string columns, string attribute = "[EventSource(\"clicks\")]") => $$"""
        using System;
        using TypedFeatures;
        namespace Test;
        {{attribute}}
        public sealed record Click
        {
            {{columns}}
            public double Weight { get; init; }
        }
        """;

    [Theory]
    [InlineData("EventId:ClickId", "[EventTime] public DateTime At { get; init; }\n    public long ClickId { get; init; }", "[EventTime] public DateTime At { get; init; }\n    [EventId] public long ClickId { get; init; }")]
    [InlineData("EventTime:At", "[EventId] public long Id { get; init; }\n    // when\n    public DateTime At { get; init; }", "[EventId] public long Id { get; init; }\n    // when\n    [EventTime] public DateTime At { get; init; }")]
    [InlineData("EventTime:At", "[EventId] public long Id { get; init; }\n    [Pii]\n    public DateTime At { get; init; }", "[EventId] public long Id { get; init; }\n    [EventTime]\n    [Pii]\n    public DateTime At { get; init; }")]
    public Task Property_IsMarkedByTheRoleThatIsMissing(string key, string columns, string marked) => FixTest.FixesAsync(Fixes, key, Source(columns), Source(marked));

    [Fact]
    public Task Candidates_AreThoseOfAFittingType_TheLikelyOneFirst() => FixTest.OffersAsync(
        Fixes,
        Source("[EventTime] public DateTime At { get; init; } public long UserId { get; init; } public long? Referrer { get; init; } public string Page { get; init; } = \"\"; public Guid Id { get; init; }"),
        "EventId:Id",
        "EventId:UserId",
        "EventId:Page");

    [Fact]
    public Task Dimension_IsMarkedByItsKey() => FixTest.FixesAsync(
        Fixes,
        "EntityKey:ShopId",
        TestView.Sources.Replace("record Shop\n{\n    [EntityKey] public", "record Shop\n{\n    public", StringComparison.Ordinal),
        TestView.Sources);

    [Fact]
    public Task MarkedProperty_IsNeverNull() => FixTest.FixesAsync(
        Fixes,
        "present",
        Source("[EventId] public long Id { get; init; }\n    [EventTime] public DateTime? At { get; init; }"),
        Source("[EventId] public long Id { get; init; }\n    [EventTime] public DateTime At { get; init; }"));

    [Fact]
    public Task PropertyInAPlaceOfOthers_StaysAsItIs() => FixTest.OffersAsync(
        Fixes, Source("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [ValidTo] public DateTime? Until { get; init; }"));

    [Fact]
    public Task Name_IsCorrected()
    {
        const string columns = "[EventId] public long Id { get; init; }\n    [EventTime] public DateTime At { get; init; }";
        return FixTest.FixesAsync(Fixes, "name", Source(columns, "[EventSource(\"two words\")]"), Source(columns, "[EventSource(\"two_words\")]"));
    }
}
