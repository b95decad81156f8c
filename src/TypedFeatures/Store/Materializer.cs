using System.Buffers;
using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>Builds the states of a view's entities from the offline history and writes them to the online store; one run.</summary>
internal sealed class Materializer<TKey, TFeatures>(
    IOfflineEngine engine,
    OnlineTable table,
    FeatureView<TKey, TFeatures> view,
    long watermark,
    StoreSettings settings,
    IProgress<MaterializationProgress>? progress)
    where TKey : notnull
    where TFeatures : class
{
    private readonly EnginePlans plans = view.Descriptor.PlansFor(engine.Name);
    private long entities;
    private long rows;

    /// <summary>Every entity that has rows; those written before and fed no more become stale.</summary>
    public async Task<MaterializationReport> RunFullAsync(CancellationToken cancellationToken)
    {
        var started = settings.TimeProvider.GetTimestamp();
        var header = await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        RefuseRegression(header.HighestWatermark);

        // Told beforehand, so that a run that breaks off neither shares its generation nor is taken back in time by the next.
        header = header with { HighestWatermark = watermark, LastGeneration = header.LastGeneration + 1 };
        await WriteHeaderAsync(header, cancellationToken).ConfigureAwait(false);

        var pipeline = CreatePipeline(header.LastGeneration, cancellationToken);
        await using (pipeline.ConfigureAwait(false))
        {
            var query = new EngineQuery(plans.StateFeed, view.Descriptor.Sources) { AsOf = watermark, Setup = plans.Setup };
            await FeedAsync(query, pipeline, fed: null, cancellationToken).ConfigureAwait(false);
            await pipeline.CompleteAsync().ConfigureAwait(false);
        }

        await WriteHeaderAsync(header with { Watermark = watermark, Generation = header.LastGeneration }, cancellationToken).ConfigureAwait(false);
        return Report(started);
    }

    /// <summary>These entities only, those without rows included.</summary>
    public async Task<MaterializationReport> RunPartialAsync(IEnumerable<TKey> keys, CancellationToken cancellationToken)
    {
        var started = settings.TimeProvider.GetTimestamp();
        var header = await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        RefuseRegression(header.Watermark);
        if (header.HighestWatermark < watermark)
        {
            header = header with { HighestWatermark = watermark };
        }

        // Also where it did not change: it may be another contract's that is there.
        await WriteHeaderAsync(header, cancellationToken).ConfigureAwait(false);

        var pipeline = CreatePipeline(header.Generation, cancellationToken);
        await using (pipeline.ConfigureAwait(false))
        {
            var position = 0L;
            foreach (var chunk in keys.Chunk(settings.MaterializationBatchEntities))
            {
                await FeedKeysAsync(chunk, position, pipeline, cancellationToken).ConfigureAwait(false);
                position += chunk.Length;
            }

            await pipeline.CompleteAsync().ConfigureAwait(false);
        }

        return Report(started);
    }

    private async Task FeedKeysAsync(TKey[] chunk, long position, EntryPipeline<TKey, TFeatures> pipeline, CancellationToken cancellationToken)
    {
        var wanted = Distinct(chunk, position);
        await RefuseStateRegressionAsync([.. wanted.Keys], cancellationToken).ConfigureAwait(false);
        var spineKeys = wanted.Values.ToArray();
        var spine = new SpineRows(view.Descriptor.Keys, spineKeys.Length, (index, writer) => WriteKey(spineKeys[index], writer));
        var query = new EngineQuery(plans.StateFeedOfKeys, view.Descriptor.Sources) { AsOf = watermark, Setup = plans.Setup, Spine = spine };
        var fed = new HashSet<ReadOnlyMemory<byte>>(KeyBytes.Comparer);
        await FeedAsync(query, pipeline, fed, cancellationToken).ConfigureAwait(false);
        foreach (var (bytes, wantedKey) in wanted)
        {
            if (!fed.Contains(bytes))
            {
                await AddAsync(wantedKey.Key, view.CreateState(watermark), pipeline).ConfigureAwait(false);
            }
        }

        // A key may come again in the next chunk, and the keys of one batch are distinct.
        await pipeline.SendAsync().ConfigureAwait(false);
    }

    /// <summary>Builds a state per run of rows with the same key, which the feed keeps together.</summary>
    private async Task FeedAsync(
        EngineQuery query, EntryPipeline<TKey, TFeatures> pipeline, HashSet<ReadOnlyMemory<byte>>? fed, CancellationToken cancellationToken)
    {
        var cursor = await engine.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (cursor.ConfigureAwait(false))
        {
            var key = default(TKey)!;
            var state = default(FeatureState<TKey, TFeatures>);
            while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var rowKey = view.ReadKey(cursor, firstColumn: 0);
                if (state is null || !EqualityComparer<TKey>.Default.Equals(rowKey, key))
                {
                    await EndEntityAsync().ConfigureAwait(false);
                    (key, state) = (rowKey, view.CreateState(watermark));
                }

                state.Add(cursor);
                rows++;
            }

            await EndEntityAsync().ConfigureAwait(false);

            async ValueTask EndEntityAsync()
            {
                if (state is not null)
                {
                    fed?.Add(Encode(key));
                    await AddAsync(key, state, pipeline).ConfigureAwait(false);
                }
            }
        }
    }

    private async ValueTask AddAsync(TKey key, FeatureState<TKey, TFeatures> state, EntryPipeline<TKey, TFeatures> pipeline)
    {
        pipeline.Filling.Add(key, state);
        entities++;
        if (pipeline.Filling.IsFull)
        {
            progress?.Report(new MaterializationProgress(entities, rows));
            await pipeline.SendAsync().ConfigureAwait(false);
        }
    }

    /// <summary>By bytes, because two keys may be one in storage: instants are floored to the microsecond.</summary>
    private Dictionary<ReadOnlyMemory<byte>, WantedKey> Distinct(TKey[] chunk, long position)
    {
        var distinct = new Dictionary<ReadOnlyMemory<byte>, WantedKey>(chunk.Length, KeyBytes.Comparer);
        foreach (var key in chunk)
        {
            if (key is null)
            {
                throw new SpineException(position, KeyNames.Of(view.Descriptor), "is null; leave it out.");
            }

            distinct.TryAdd(Encode(key), new(key, position++));
        }

        return distinct;
    }

    private byte[] Encode(TKey key)
    {
        var output = new ArrayBufferWriter<byte>(16);
        var writer = new StateWriter(output);
        view.EncodeKey(key, ref writer);
        return output.WrittenSpan.ToArray();
    }

    private void WriteKey(WantedKey wanted, RowWriter writer)
    {
        try
        {
            view.WriteKey(wanted.Key, writer);
        }
        catch (RowValueException refused)
        {
            throw new SpineException(wanted.Position, KeyNames.Of(view.Descriptor), refused.Message, refused);
        }
    }

    private EntryPipeline<TKey, TFeatures> CreatePipeline(long generation, CancellationToken cancellationToken) =>
        new(() => new(table, view, generation, settings.MaterializationBatchEntities), cancellationToken);

    private async ValueTask<ViewHeader> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var values = await table.Store.GetManyAsync(table.Name, [ReadOnlyMemory<byte>.Empty], cancellationToken).ConfigureAwait(false);
        var stored = values[0] is { } bytes ? ViewHeader.Decode(bytes.Span) : null;
        if (stored is null)
        {
            return ViewHeader.Empty(table.Contract, lastGeneration: 0);
        }

        // States of another contract are replaced or become stale: their instants bind nobody.
        return stored.Contract == table.Contract ? stored : ViewHeader.Empty(table.Contract, stored.LastGeneration);
    }

    private ValueTask WriteHeaderAsync(ViewHeader header, CancellationToken cancellationToken) =>
        table.Store.SetManyAsync(table.Name, [new OnlineEntry(default, header.Encode(), TimeToLive: null)], cancellationToken);

    private async ValueTask RefuseStateRegressionAsync(ReadOnlyMemory<byte>[] keys, CancellationToken cancellationToken)
    {
        foreach (var value in await table.Store.GetManyAsync(table.Name, keys, cancellationToken).ConfigureAwait(false))
        {
            if (value is { } bytes && StateHeader.TryRead(bytes.Span, out var stored) && stored.Contract == table.Contract)
            {
                RefuseRegression(stored.Watermark);
            }
        }
    }

    private void RefuseRegression(long stored)
    {
        if (watermark < stored)
        {
            throw new WatermarkRegressionException(view.Name, Instant.ToDateTime(watermark), Instant.ToDateTime(stored));
        }
    }

    private MaterializationReport Report(long started)
    {
        progress?.Report(new MaterializationProgress(entities, rows));
        return new(entities, rows, Instant.ToDateTime(watermark), settings.TimeProvider.GetElapsedTime(started));
    }

    private readonly record struct WantedKey(TKey Key, long Position);
}
