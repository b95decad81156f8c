namespace TypedFeatures.Tests.Store;

public class TrainingTests
{
    private static readonly DateTime T = StoreFixture.T;

    [Fact]
    public async Task Rows_ComeInSpineOrder_WithTheEmptyValueWhereNothingIsFound()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(42, T.AddDays(-1), 10, "a");
        fixture.Engine.Add(42, T.AddDays(-8), 99);
        ClicksSpine[] spine = [new(7, T), new(42, T), new(42, T.AddDays(-2)), new(42, T)];

        var rows = await fixture.Store.Training(ClicksView.View, spine).ToListAsync();

        rows.ShouldBe(
        [
            new(spine[0], Clicks.None(7), false),
            new(spine[1], new Clicks(42, 1, 10, "a"), true),
            new(spine[2], new Clicks(42, 1, 99, null), true),
            new(spine[3], new Clicks(42, 1, 10, "a"), true),
        ]);
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    [Fact]
    public async Task CollectionExpression_AsyncSpine_AndRowsOfOnesOwn_AllInfer()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        TrainingSet<ClicksSpine, Clicks> fromExpression = fixture.Store.Training(ClicksView.View, [new ClicksSpine(42, T)]);
        TrainingSet<ClicksSpine, Clicks> fromAsync = fixture.Store.Training(ClicksView.View, Spine(), Knowledge.Everything);
        TrainingSet<Labelled, Clicks> fromRows = fixture.Store.Training(ClicksView.View, Rows(), r => new ClicksSpine(r.Id, T));

        (await fromExpression.CountAsync()).ShouldBe(1);
        (await fromAsync.CountAsync()).ShouldBe(1);
        (await fromRows.CountAsync()).ShouldBe(1);
        fixture.Engine.Queries.Select(q => q.Sql).ShouldBe(["training", "everything", "training"]);
        fixture.Engine.Queries[0].Setup.ShouldBe(["setup"]);

        static async IAsyncEnumerable<ClicksSpine> Spine()
        {
            await Task.Yield();
            yield return new ClicksSpine(1, T);
        }

        static async IAsyncEnumerable<Labelled> Rows()
        {
            await Task.Yield();
            yield return new Labelled(1, true, 1, "x");
        }
    }

    [Fact]
    public async Task TheCallersRow_IsCarriedThroughUntouched()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(2, T, 5);
        Labelled[] rows = [new(1, true, 0.5, "x"), new(2, false, null, null)];

        var set = await fixture.Store.Training(ClicksView.View, rows, r => new ClicksSpine(r.Id, T)).ToListAsync();

        set.Select(r => r.Spine).ShouldBe(rows, Comparing.ByReference);
        set.Select(r => r.Features.Count).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Spine_GoesToTheEngineInBatches()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.TrainingBatchRows = 2);
        var reports = new Reports<TrainingProgress>();

        var rows = await fixture.Store.Training(ClicksView.View, Enumerable.Range(0, 5).Select(i => new ClicksSpine(i, T)).ToList())
            .WithProgress(reports).ToListAsync();

        rows.Select(r => r.Spine.UserId).ShouldBe([0, 1, 2, 3, 4]);
        fixture.Engine.Queries.Select(q => q.Spine!.Count).ShouldBe([2, 2, 1]);
        fixture.Engine.Queries[0].Spine!.Columns.Select(c => c.Name).ShouldBe(["user_id", "as_of"]);
        reports.All.ShouldBe([new TrainingProgress(5, 5)]);
    }

    [Fact]
    public async Task EmptySpine_AsksNothing()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        (await fixture.Store.Training(ClicksView.View, Array.Empty<ClicksSpine>()).CountAsync()).ShouldBe(0);
        fixture.Engine.Queries.ShouldBeEmpty();
    }

    [Fact]
    public async Task MissingRow_IsAnError_NotAMisalignment()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Bend = rows => rows[..^1];
        await ShouldMisalign(fixture, "ended after 2 rows");
    }

    [Fact]
    public async Task ExtraRow_IsAnError()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Bend = rows => [.. rows, rows[^1]];
        await ShouldMisalign(fixture, "returned more than the 3 rows asked for");
    }

    [Fact]
    public async Task RepeatedRow_IsAnError()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Bend = rows => [rows[0], rows[0], rows[2]];
        await ShouldMisalign(fixture, "returned row 0 where row 1 was due");
    }

    [Fact]
    public async Task RowsOutOfOrder_AreAnError()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Bend = rows => [rows[1], rows[0], rows[2]];
        await ShouldMisalign(fixture, "returned row 1 where row 0 was due");
    }

    [Theory]
    [InlineData(DateTimeKind.Local, 2026)]
    [InlineData(DateTimeKind.Utc, 1899)]
    [InlineData(DateTimeKind.Utc, 2300)]
    public async Task BadInstant_NamesItsRow_InTheWholeSpine(DateTimeKind kind, int year)
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.TrainingBatchRows = 2);
        var set = fixture.Store.Training(ClicksView.View, [new(1, T), new(2, T), new(3, T), new ClicksSpine(4, new DateTime(year, 1, 1, 0, 0, 0, kind))]);
        var error = await Should.ThrowAsync<SpineException>(async () => await set.CountAsync());
        error.Position.ShouldBe(3);
        error.Field.ShouldBe("AsOf");
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    [Fact]
    public async Task NullRow_NamesItsPosition()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        (await Should.ThrowAsync<SpineException>(async () => await fixture.Store.Training(ClicksView.View, [new(1, T), (ClicksSpine)null!]).CountAsync()))
            .Message.ShouldBe("Row 1 of the spine: row: is null; leave it out.");
    }

    [Fact]
    public async Task Instants_AreFlooredToTheMicrosecond_OnTheirWayToTheEngine()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T.AddTicks(19))]).CountAsync();
        fixture.Engine.Spines[0][0].ShouldBe([1L, Instant.FromDateTime(T) + 1]);
    }

    [Fact]
    public async Task Cancellation_StopsTheQuery()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        using var source = new CancellationTokenSource();
        fixture.Engine.OnRead = row =>
        {
            if (row == 1)
            {
                source.Cancel();
            }
        };
        var set = fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T), new ClicksSpine(2, T)]);
        await Should.ThrowAsync<OperationCanceledException>(async () => await set.CountAsync(source.Token));
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    [Fact]
    public async Task StoppingEarly_ClosesTheQuery()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T), new ClicksSpine(2, T)]).FirstAsync();
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    [Fact]
    public async Task ViewWithoutPlansForTheEngine_SaysSoAtOnce()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var view = ClicksView.With(d => d with { Plans = default });
        Should.Throw<InvalidOperationException>(() => fixture.Store.Training(view, [new ClicksSpine(1, T)])).Message.ShouldContain("'scripted'");
    }

    [Fact]
    public async Task Snapshot_ListsTheFoundEntities()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-1), 3);
        fixture.Engine.Add(2, T.AddDays(-7), 4);
        (await fixture.Store.Snapshot(ClicksView.View, T).ToListAsync()).ShouldBe([new Clicks(1, 1, 3, null)]);
        (await fixture.Store.SnapshotWithKeys(ClicksView.View, T.AddTicks(-10)).Select(e => e.Key).ToListAsync()).ShouldBe([1, 2]);
        Should.Throw<ArgumentException>(() => fixture.Store.Snapshot(ClicksView.View, DateTime.SpecifyKind(T, DateTimeKind.Local)));
    }

    private static async Task ShouldMisalign(StoreFixture fixture, string what)
    {
        var set = fixture.Store.Training(ClicksView.View, [new(1, T), new(2, T), new ClicksSpine(3, T)]);
        (await Should.ThrowAsync<InvalidOperationException>(async () => await set.CountAsync())).Message.ShouldContain(what);
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    private sealed record Labelled(long Id, bool Label, double? Weight, string? Note);

    private static class Comparing
    {
        public static readonly IEqualityComparer<Labelled> ByReference = ReferenceEqualityComparer.Instance;
    }
}
