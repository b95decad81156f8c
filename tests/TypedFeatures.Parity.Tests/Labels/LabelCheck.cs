using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Reference;

namespace TypedFeatures.Parity.Tests;

/// <summary>What was compared and what differed.</summary>
internal sealed class LabelTally
{
    public List<string> Differences { get; } = [];

    public int Labels { get; set; }

    public int Censored { get; set; }

    /// <summary>Labels that something happened to.</summary>
    public int NotEmpty { get; set; }

    /// <summary>Labels that first versions alone would not give.</summary>
    public int ChangedByVersions { get; set; }

    public override string ToString() =>
        $"labels: {Differences.Count} differences in {Labels} labels, {NotEmpty} not empty, {ChangedByVersions} changed by later versions, {Censored} rows censored";
}

/// <summary>Compares the labels of some histories: the reference over all rows as they arrived, and every engine's labelled training sets.</summary>
internal sealed class LabelCheck(IReadOnlyList<History> histories, Random random, LabelTally tally)
{
    private static readonly TimeSpan[] Ends =
        [TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30), TimeSpan.FromDays(90)];

    private static IEnumerable<SourceSchema> Sources =>
    [
        .. CustomerOrders.View.Descriptor.Sources, .. OrderReturns.Label.Descriptor.Sources,
        .. DeviceVisits.View.Descriptor.Sources, .. NextVisits.Label.Descriptor.Sources,
    ];

    private readonly SourceRows rows = new(histories);
    private IEnumerable<Order>? outcomes;
    private IEnumerable<Order>? first;
    private IEnumerable<Visit>? visits;

    public async Task RunAsync(IReadOnlyList<EngineKind> engines, Func<IOfflineEngine, IOfflineEngine> decorate)
    {
        var customers = Spine(rows.All<Order>().Select(o => o.CustomerId).OfType<long>().Append(-42).Distinct().ToList(), rows.All<Order>().Select(o => o.OccurredAt).ToList());
        var devices = Spine(Enum.GetValues<Device>(), rows.All<Visit>().Select(v => v.At).ToList());
        var told = Told();
        var read = histories.Select(h => h.Of(Sources)).ToList();
        var folder = Directory.CreateTempSubdirectory("labels");
        try
        {
            foreach (var engine in engines)
            {
                await using var arena = await Arena.OpenAsync(engine, folder.CreateSubdirectory(engine.Name).FullName, read, decorate);
                await TellAsync(arena.Store, told);
                await CompareAsync(
                    arena.Store.Training(CustomerOrders.View, customers, s => new CustomerOrders.Spine(s.Key, s.AsOf)).WithLabel(OrderReturns.Label),
                    customers, await OrderWatermarkAsync(arena.Store), engine.Name, Expected, FirstVersions);
                await CompareAsync(
                    arena.Store.Training(DeviceVisits.View, devices, s => new DeviceVisits.Spine(s.Key, s.AsOf)).WithLabel(NextVisits.Label),
                    devices, told, engine.Name, Expected, null);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task TellAsync(FeatureStore store, DateTime? told)
    {
        if (told is { } instant)
        {
            await store.AdvanceWatermarkAsync<Outlet>(instant);
            await store.AdvanceWatermarkAsync<Visit>(instant);
        }
    }

    private static async Task<DateTime?> OrderWatermarkAsync(FeatureStore store) =>
        (await store.GetWatermarkAsync<Order>(), await store.GetWatermarkAsync<Outlet>()) is ({ } orders, { } outlets) ? orders < outlets ? orders : outlets : null;

    /// <summary>Instants at which rows enter or leave a window, one microsecond beside, or none of these.</summary>
    private List<SpineRow<TKey>> Spine<TKey>(IReadOnlyList<TKey> keys, List<DateTime> happened)
    {
        var spine = new List<SpineRow<TKey>>();
        foreach (var key in keys)
        {
            for (var i = 0; i < 4; i++)
            {
                var near = happened.Count > 0 && random.Chance(0.7) ? random.Pick(happened) : histories[0].Clock.Near(random);
                var back = random.Chance(0.3) ? TimeSpan.Zero : random.Pick(Ends);
                var asOf = near - back + TimeSpan.FromMicroseconds(random.Next(5) switch { 0 => 1, 1 => -1, _ => 0 });
                spine.Add(new(key, asOf.Year is < 1900 or > 2298 ? near : asOf));
            }
        }

        return spine;
    }

    /// <summary>The watermark of sources without ingest time: now and then nothing, often on the end of somebody's horizon.</summary>
    private DateTime? Told() => random.Next(8) switch
    {
        0 => null,
        1 or 2 => histories[0].Clock.Near(random),
        _ => new DateTime(2299, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    private OrderReturns? Expected(SpineRow<long> row, DateTime watermark) =>
        OrderReturns.Evaluate(row.Key, row.AsOf, outcomes ??= ReferenceRows.Outcomes(rows.All<Order>()), rows.Outlets, watermark);

    private NextVisits? Expected(SpineRow<Device> row, DateTime watermark) =>
        NextVisits.Evaluate(row.Key, row.AsOf, visits ??= ReferenceRows.Outcomes(rows.All<Visit>()), watermark);

    private OrderReturns? FirstVersions(SpineRow<long> row, DateTime watermark) =>
        OrderReturns.Evaluate(row.Key, row.AsOf, first ??= ReferenceRows.Outcomes(rows.Orders.ToList()), rows.Outlets, watermark);

    private async Task CompareAsync<TKey, TFeatures, TLabel>(
        LabeledTrainingSet<SpineRow<TKey>, TFeatures, TLabel> set, List<SpineRow<TKey>> spine, DateTime? watermark, string engine,
        Func<SpineRow<TKey>, DateTime, TLabel?> expected, Func<SpineRow<TKey>, DateTime, TLabel?>? firstVersions)
        where TFeatures : class
        where TLabel : class
    {
        var due = spine.Select(row => (Row: row, Label: watermark is { } w ? expected(row, w) : null)).ToList();
        using var labelled = due.Where(d => d.Label is not null).GetEnumerator();
        await foreach (var row in set)
        {
            if (!labelled.MoveNext() || !ReferenceEquals(labelled.Current.Row, row.Spine))
            {
                tally.Differences.Add($"{engine} · {typeof(TLabel).Name}: a row out of place: {row.Spine}");
                return;
            }

            var (_, label) = labelled.Current;
            tally.Labels++;
            tally.NotEmpty += label!.Equals(expected(row.Spine with { AsOf = new(2298, 12, 31, 0, 0, 0, DateTimeKind.Utc) }, DateTime.SpecifyKind(new(2299, 12, 31), DateTimeKind.Utc))) ? 0 : 1;
            tally.ChangedByVersions += firstVersions is null || label.Equals(firstVersions(row.Spine, watermark!.Value)) ? 0 : 1;
            if (!label.Equals(row.Label))
            {
                tally.Differences.Add($"{engine} · {row.Spine}: expected {label}, was {row.Label} ({histories[0].Seed})");
            }
        }

        var censored = due.Count(d => d.Label is null);
        tally.Censored += censored;
        if (labelled.MoveNext() || set.Censored != censored || set.Report!.Watermark != watermark)
        {
            tally.Differences.Add($"{engine} · {typeof(TLabel).Name}: {censored} rows are censored at {watermark:O}, the set says {set.Report}");
        }
    }

    private sealed record SpineRow<TKey>(TKey Key, DateTime AsOf);
}
