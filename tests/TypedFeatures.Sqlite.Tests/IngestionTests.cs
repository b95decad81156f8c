using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>All or nothing, refusals, dimensions, schemas, watermarks, files.</summary>
public sealed class IngestionTests : IAsyncLifetime
{
    private const string CountPurchases = "SELECT count(*), count(ingested_at) FROM purchases";
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ScratchFolder folder = new();
    private SqliteOfflineEngine engine = null!;

    public Task InitializeAsync()
    {
        engine = SqliteOfflineEngine.Open(folder.File());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task ABadRow_IsNamed_AndNothingIsStored_NotEvenTheTable()
    {
        var failure = await Should.ThrowAsync<IngestException>(async () =>
            await engine.IngestAsync(PurchaseSource.Instance, Purchases(5).Append(Purchase(5) with { Amount = double.NaN }).Append(Purchase(6))));
        failure.Position.ShouldBe(5);
        failure.Field.ShouldBe("Amount");
        failure.Message.ShouldStartWith("Row 5 of 'purchases': Amount: is NaN or infinite;");
        (await CountAsync()).ShouldBe(0);
        await engine.IngestAsync(PurchaseSource.Instance, Purchases(3));
        await Should.ThrowAsync<IngestException>(async () =>
            await engine.IngestAsync(PurchaseSource.Instance, Purchases(10).Append(Purchase(10) with { EventId = null! })));
        (await CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task ARefusal_AfterCollisions_LeavesEventsVersionsAndWatermark_AsTheyWere()
    {
        await engine.IngestAsync(PurchaseSource.Instance, Purchases(3));
        var watermark = await engine.GetIngestWatermarkAsync(PurchaseSource.Instance.Schema);
        await Should.ThrowAsync<IngestException>(async () => await engine.IngestAsync(
            PurchaseSource.Instance,
            Purchase(0) with { IngestedAt = Start.AddDays(-9), Amount = 77 },
            Purchase(1) with { IngestedAt = Start.AddDays(9), ChargedBack = true },
            Purchase(2) with { OccurredAt = new DateTime(1, DateTimeKind.Local) }));
        (await engine.TextsAsync("SELECT event_id, amount FROM purchases ORDER BY 1", "sd", PurchaseSource.Instance.Schema)).ShouldBe(["e0|0", "e1|1", "e2|2"]);
        (await engine.ValueAsync("(SELECT count(*) FROM purchases__versions) + (SELECT count(*) FROM purchases__quarantine)", 'i')).ShouldBe(0L);
        (await engine.GetIngestWatermarkAsync(PurchaseSource.Instance.Schema)).ShouldBe(watermark);
    }

    [Fact]
    public async Task AFailingSequence_RollsBack_AndItsExceptionComesOut()
    {
        await Should.ThrowAsync<InvalidTimeZoneException>(async () => await engine.IngestAsync(PurchaseSource.Instance, Failing()));
        (await CountAsync()).ShouldBe(0);
        (await engine.IngestAsync(PurchaseSource.Instance, Purchases(1))).Added.ShouldBe(1);

        static IEnumerable<Purchase> Failing()
        {
            yield return Purchase(0);
            throw new InvalidTimeZoneException();
        }
    }

    [Fact]
    public async Task Cancellation_RollsBack_AndTheEngineGoesOn()
    {
        await engine.IngestAsync(PurchaseSource.Instance, Purchases(2));
        using var cancellation = new CancellationTokenSource();
        var failure = await Should.ThrowAsync<OperationCanceledException>(async () =>
            await engine.IngestAsync(PurchaseSource.Instance, Cancelling().ToAsyncEnumerable(), cancellation.Token));
        failure.CancellationToken.ShouldBe(cancellation.Token);
        (await CountAsync()).ShouldBe(2);
        (await engine.IngestAsync(PurchaseSource.Instance, Purchases(5))).ShouldBe(new(5, 3, 2, 0, 0, 0));

        IEnumerable<Purchase> Cancelling()
        {
            for (var i = 0; ; i++)
            {
                yield return Purchase(i);
                if (i == 1000)
                {
                    cancellation.Cancel();
                }
            }
        }
    }

    [Fact]
    public async Task ANullInARoleOfTheRow_IsRefused()
    {
        var failure = await Should.ThrowAsync<IngestException>(async () => await engine.IngestAsync(new NullTimeSource(), Purchase(0)));
        failure.Field.ShouldBe("OccurredAt");
        failure.Message.ShouldContain("EventTime, which every row needs");
    }

    [Fact]
    public async Task DimensionRows_AreKept_ButForExactRepetitions_NullsIncluded()
    {
        Merchant row = new(1, null, Start, "GB", null);
        Merchant[] rows =
        [
            row, row, row with { Region = "" }, row with { FxRate = 1 }, row with { FxRate = 2 }, row with { Country = "FR" },
            row with { UpdatedAt = Start.AddTicks(10) }, row with { UpdatedAt = Start.AddTicks(5) }, row with { MerchantId = 2 },
        ];
        (await engine.IngestAsync(MerchantSource.Instance, rows)).ShouldBe(new(9, 7, 2, 0, 0, 0));
        (await engine.IngestAsync(MerchantSource.Instance, rows)).ShouldBe(new(9, 0, 9, 0, 0, 0));
        (await engine.TextsAsync("SELECT merchant_id, region, country, fx_rate FROM merchants ORDER BY rowid", "issd", MerchantSource.Instance.Schema))
            .ShouldBe(["1|null|GB|null", "1||GB|null", "1|null|GB|1", "1|null|GB|2", "1|null|FR|null", "1|null|GB|null", "2|null|GB|null"]);
    }

    [Fact]
    public async Task TheWatermark_IsTheLargestIngestTime_OfAnyRow()
    {
        (await engine.GetIngestWatermarkAsync(PurchaseSource.Instance.Schema)).ShouldBeNull();
        await engine.IngestAsync(PurchaseSource.Instance, Purchases(3));
        await engine.IngestAsync(PurchaseSource.Instance, Purchase(0) with { IngestedAt = Start.AddDays(30) }, Purchase(9) with { IngestedAt = Start.AddDays(20) });
        await engine.IngestAsync(PurchaseSource.Instance, Purchase(4));
        (await engine.GetIngestWatermarkAsync(PurchaseSource.Instance.Schema)).ShouldBe(Instant.FromDateTime(Start.AddDays(30)));
        await engine.IngestAsync(ClickSource.Instance, new Click(1, Start, null, null));
        (await engine.GetIngestWatermarkAsync(ClickSource.Instance.Schema)).ShouldBeNull();
    }

    [Fact]
    public async Task AFile_OpenedAgain_HasItsRows_AndKnowsItsEvents()
    {
        await engine.IngestAsync(PurchaseSource.Instance, Purchases(3));
        await engine.DisposeAsync();
        engine = SqliteOfflineEngine.Open(folder.File());
        (await CountAsync()).ShouldBe(3);
        (await engine.IngestAsync(PurchaseSource.Instance, Purchases(4))).ShouldBe(new(4, 1, 3, 0, 0, 0));
        (await engine.GetIngestWatermarkAsync(PurchaseSource.Instance.Schema)).ShouldBe(Instant.FromDateTime(Start.AddHours(3)));
    }

    [Fact]
    public async Task AnotherShapeOfASource_IsRefused_NamingTheColumn()
    {
        await engine.IngestAsync(VisitSource.Instance, new Visit("a", Start, Start, 1));
        var schema = VisitSource.Instance.Schema;
        var widened = schema with { Columns = schema.Columns.Select(c => c.Name == "pages" ? c with { Type = ScalarType.Int64.Nullable } : c).ToEquatableArray() };
        var longer = schema with { Columns = schema.Columns.Append(new("New", "new", ScalarType.String)).ToEquatableArray() };
        var renamed = schema with { RowType = "Other", Columns = schema.Columns.Select(c => c with { Property = c.Property + "2" }).ToEquatableArray() };
        (await Refusal(widened)).ShouldContain("column 4 was 'pages Int32?' and is 'pages Int64?'");
        (await Refusal(longer)).ShouldContain("column 5 was missing and is 'new String'");
        (await engine.TextsAsync("SELECT pages FROM visits", "i", renamed)).ShouldBe(["1"]);

        async Task<string> Refusal(SourceSchema changed) =>
            (await Should.ThrowAsync<OfflineEngineException>(() => engine.TextsAsync("SELECT 1 FROM visits", "i", changed))).Message;
    }

    [Fact]
    public async Task AColumnThatHidesTheRowNumber_IsRefused()
    {
        var schema = new SourceSchema("s", SourceKind.Dimension, "S", EquatableArray.Of(
            new SourceColumn("RowId", "rowid", ScalarType.Int64, ColumnRole.EntityKey), new SourceColumn("At", "at", ScalarType.DateTime, ColumnRole.ValidFrom)));
        (await Should.ThrowAsync<OfflineEngineException>(() => engine.TextsAsync("SELECT 1 FROM s", "i", schema))).Message.ShouldContain("[Column]");
    }

    [Fact]
    public async Task ConcurrentIngestions_Queue_AndQueriesGoOnMeanwhile()
    {
        await engine.IngestAsync(PurchaseSource.Instance, Purchases(10));
        var calls = Enumerable.Range(0, 8).Select(i => Task.Run(async () => await engine.IngestAsync(PurchaseSource.Instance, Purchases(10 + (i * 10))))).ToList();
        for (var i = 0; i < 20; i++)
        {
            ((await CountAsync()) % 10).ShouldBe(0);
        }

        var reports = await Task.WhenAll(calls);
        reports.Sum(r => r.Added).ShouldBe(70);
        (await CountAsync()).ShouldBe(80);
    }

    [Fact]
    public async Task Parquet_IsRefused_NamingWhatCanWriteIt() =>
        (await Should.ThrowAsync<NotSupportedException>(async () => await engine.CreateParquetAsync("x.parquet", []))).Message.ShouldContain("UseDuckDb");

    [Fact]
    public async Task AClosedEngine_RefusesCalls()
    {
        await engine.DisposeAsync();
        await engine.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await engine.QueryAsync(new("SELECT 1", [])));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await engine.IngestAsync(PurchaseSource.Instance, Purchases(1)));
    }

    [Fact]
    public void AFileThatIsNoDatabase_IsNamedAsSuch()
    {
        File.WriteAllText(folder.File("other.db"), new string('x', 10_000));
        Should.Throw<OfflineEngineException>(() => SqliteOfflineEngine.Open(folder.File("other.db"))).Message.ShouldContain("not a database");
    }

    private static Purchase Purchase(int i) => new($"e{i}", Start.AddMinutes(i), Start.AddHours(i), i % 7, i, false);

    private static IEnumerable<Purchase> Purchases(int count) => Enumerable.Range(0, count).Select(Purchase);

    private async Task<long> CountAsync() =>
        (long)(await engine.RowsAsync(new(CountPurchases, [PurchaseSource.Instance.Schema]), "ii")).ShouldHaveSingleItem()[0]!;

    private sealed class NullTimeSource() : SourceDescriptor<Purchase>(PurchaseSource.Instance.Schema)
    {
        public override void Write(Purchase row, RowWriter writer)
        {
            writer.Write(row.EventId, isRequired: true);
            writer.Write((DateTime?)null);
        }
    }
}
