using System.Buffers;
using TypedFeatures.Offline;
using TypedFeatures.Online;

namespace TypedFeatures.Parity;

/// <summary>Builds the states of a view out of an engine's feed: as fed, in another order, and written and read back on the way.</summary>
public sealed class FeedStates<TKey, TFeatures>(FeatureView<TKey, TFeatures> view)
    where TKey : notnull
    where TFeatures : class
{
    /// <summary>The rows of the feed at a watermark, by entity.</summary>
    public async Task<IReadOnlyDictionary<TKey, IReadOnlyList<RecordedRow>>> FeedAsync(IOfflineEngine engine, DateTime watermark)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var plans = view.Descriptor.PlansFor(engine.Name);
        var query = new EngineQuery(plans.StateFeed, view.Descriptor.Sources) { AsOf = Instant.FromDateTime(watermark), Setup = plans.Setup };
        var feed = new Dictionary<TKey, IReadOnlyList<RecordedRow>>();
        await using var cursor = new RecordingCursor(await engine.QueryAsync(query));
        while (await cursor.ReadAsync())
        {
            var key = view.ReadKey(cursor, 0);
            // A state that is thrown away reads every column it needs, which is what the record is made of.
            view.CreateState(Instant.FromDateTime(watermark)).Add(cursor);
            if (!feed.TryGetValue(key, out var rows))
            {
                feed.Add(key, rows = new List<RecordedRow>());
            }

            ((List<RecordedRow>)rows).Add(cursor.Take());
        }

        return feed;
    }

    /// <summary>The states of one entity.</summary>
    public async Task<IReadOnlyList<(string Path, FeatureState<TKey, TFeatures> State)>> BuildAsync(
        IOfflineEngine engine, TKey key, DateTime watermark, Random random)
    {
        var feed = await FeedAsync(engine, watermark);
        return Build(feed.GetValueOrDefault(key) ?? [], watermark, random);
    }

    /// <summary>The states of the rows of one entity.</summary>
    public IReadOnlyList<(string Path, FeatureState<TKey, TFeatures> State)> Build(IReadOnlyList<RecordedRow> rows, DateTime watermark, Random random)
    {
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return
        [
            ("online", Build(rows, watermark)),
            ("online, any order", Build(shuffled, watermark)),
            ("online, written and read", BuildWithBreaks(shuffled, watermark)),
        ];
    }

    private FeatureState<TKey, TFeatures> Build(IEnumerable<RecordedRow> rows, DateTime watermark)
    {
        var state = view.CreateState(Instant.FromDateTime(watermark));
        foreach (var row in rows)
        {
            state.Add(row);
        }

        return state;
    }

    /// <summary>Written and read back in the middle of the feed, where more rows are added to what was read, and at its end.</summary>
    private FeatureState<TKey, TFeatures> BuildWithBreaks(RecordedRow[] rows, DateTime watermark)
    {
        var state = RoundTrip(Build(rows.Take(rows.Length / 2), watermark), watermark);
        foreach (var row in rows.Skip(rows.Length / 2))
        {
            state.Add(row);
        }

        return RoundTrip(state, watermark);
    }

    private FeatureState<TKey, TFeatures> RoundTrip(FeatureState<TKey, TFeatures> state, DateTime watermark)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new StateWriter(bytes);
        state.Encode(ref writer);
        var reader = new StateReader(bytes.WrittenSpan);
        var decoded = view.DecodeState(Instant.FromDateTime(watermark), ref reader);
        return reader.IsAtEnd ? decoded : throw new InvalidDataException("A state was not read to its end.");
    }
}
