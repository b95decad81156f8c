using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2004Tests
{
    private static string Events(string columns, string declaration = "[EventSource(\"clicks\")] public sealed record Click") =>
        $"using System; using TypedFeatures; namespace Test; {declaration} {{ {columns} }}";

    [Theory]
    [InlineData("[EventTime] public DateTime At { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventId] public long Other { get; init; } [EventTime] public DateTime At { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [EventTime] public DateTime Again { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [IngestTime] public DateTime A { get; init; } [IngestTime] public DateTime B { get; init; }")]
    public Task EventsWithoutOneIdAndOneTime_AreAnError(string columns) => RuleTest.ReportsAsync(
        RulesOf.SourceDeclaration, Events(columns).Replace("record Click", "record [|Click|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("[EventId] public double [|Id|] { get; init; } [EventTime] public DateTime At { get; init; }")]
    [InlineData("[EventId] public string? [|Id|] { get; init; } [EventTime] public DateTime At { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime? [|At|] { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [EntityKey] public long [|UserId|] { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } public long UserId { get; init; } public long [|User_id|] { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [[|Column(\"select 1\")|]] public long A { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [ValidTo] public DateTime [|Until|] { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [Tombstone] public bool [|Gone|] { get; init; }")]
    [InlineData("[EventId, KnownAfterOutcome] public long [|Id|] { get; init; } [EventTime] public DateTime At { get; init; }")]
    [InlineData("[EventId] public long Id { get; init; } [EventTime, IngestTime] public DateTime [|At|] { get; init; }")]
    public Task ColumnThatCannotPlayItsRole_IsAnError(string columns) => RuleTest.ReportsAsync(RulesOf.SourceDeclaration, Events(columns));

    [Theory]
    [InlineData("[[|EventSource(\"two words\")|]] public sealed record Click")]
    [InlineData("[[|EventSource(\"clicks__versions\")|]] public sealed record Click")]
    [InlineData("[[|EventSource(\"spine\")|]] public sealed record Click")]
    [InlineData("[EventSource(\"clicks\")] public sealed record [|Click|]<T>")]
    [InlineData("[EventSource(\"clicks\")] public abstract record [|Click|]")]
    [InlineData("[EventSource(\"clicks\")] file sealed record [|Click|]")]
    public Task DeclarationThatCannotBeASource_IsAnError(string declaration) => RuleTest.ReportsAsync(
        RulesOf.SourceDeclaration, Events("[EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; }", declaration));

    [Theory]
    [InlineData("record [|Shop|] { [ValidFrom] public DateTime At { get; init; } }")]
    [InlineData("record Shop { [EntityKey] public long? [|Id|] { get; init; } [ValidFrom] public DateTime At { get; init; } }")]
    [InlineData("record Shop { [EntityKey] public long Id { get; init; } [ValidFrom] public DateTime At { get; init; } [EventId] public long [|Other|] { get; init; } }")]
    [InlineData("record Shop { [EntityKey] public long Id { get; init; } [ValidFrom] public DateTime At { get; init; } [ValidTo] public DateOnly [|Until|] { get; init; } }")]
    [InlineData("record Shop { [EntityKey] public long Id { get; init; } [ValidFrom] public DateTime At { get; init; } [Tombstone] public bool? [|Gone|] { get; init; } }")]
    [InlineData("record Shop { [EntityKey] public long Id { get; init; } [ValidFrom, ValidTo] public DateTime [|At|] { get; init; } }")]
    [InlineData("record [|Shop|] { [EntityKey] public long Id { get; init; } [ValidFrom] public DateTime At { get; init; } [ValidTo] public DateTime A { get; init; } [ValidTo] public DateTime? B { get; init; } }")]
    [InlineData("record [|Shop|] { [EntityKey] public long Id { get; init; } [ValidFrom] public DateTime At { get; init; } [Tombstone] public bool A { get; init; } [Tombstone] public bool B { get; init; } }")]
    public Task DimensionWithoutKeyOrStart_IsAnError(string declaration) => RuleTest.ReportsAsync(
        RulesOf.SourceDeclaration, $"using System; using TypedFeatures; namespace Test; [DimensionSource(\"shops\")] public sealed {declaration}");

    [Fact]
    public async Task SourceWithAMistake_IsReportedOnce_AndItsViewsHaveNoPlan()
    {
        var source = TestView.Row("double?", "o.Price").Replace("[EventId] public required string Id", "public required string Id", StringComparison.Ordinal);

        await RuleTest.ReportsAsync(RulesOf.SourceDeclaration, source.Replace("record Order", "record [|Order|]", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_AreNamedByPolicyOrByAttribute()
    {
        var compilation = TestCode.CompileValid(Events(
            "[EventId] public long EventID { get; init; } [EventTime] public DateTime At { get; init; } [Column(\"uid\"), Pii] public long UserId { get; init; } [KnownAfterOutcome] public bool ChargedBack { get; init; } public int Purchases7d { get; set; } public int Shown => 1; internal decimal Hidden { get; set; }"));

        var schema = TestCode.BindSource(compilation, "Test.Click").Value!.Schema;

        schema.Columns.Select(c => c.Name).ShouldBe(["event_id", "at", "uid", "charged_back", "purchases7d"]);
        schema.Columns.Single(c => c.IsPii).Property.ShouldBe("UserId");
        schema.Columns.Single(c => c.IsKnownAfterOutcome).Property.ShouldBe("ChargedBack");
        schema.RowType.ShouldBe("Test.Click");
    }
}
