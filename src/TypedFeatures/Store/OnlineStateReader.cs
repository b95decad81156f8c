using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>Makes values of the entries of one read: decides what each entry counts for, decodes it and evaluates it.</summary>
internal readonly struct OnlineStateReader<TKey, TFeatures>
    where TKey : notnull
    where TFeatures : class
{
    private readonly FeatureView<TKey, TFeatures> view;
    private readonly OnlineTable table;
    private readonly long asOf;
    private readonly long completeGeneration;
    private readonly long completeWatermark;

    /// <exception cref="ContractMismatchException">Another definition materialized the view last.</exception>
    public OnlineStateReader(FeatureView<TKey, TFeatures> view, OnlineTable table, ReadOnlyMemory<byte>? viewHeader, long asOf)
    {
        this.view = view;
        this.table = table;
        this.asOf = asOf;
        completeWatermark = ViewHeader.NeverWatermark;
        if (viewHeader is not { } bytes)
        {
            return;
        }

        if (!StateHeader.TryRead(bytes.Span, out var header))
        {
            throw table.Mismatch(stored: null);
        }

        if (header.Contract != table.Contract)
        {
            throw table.Mismatch(header.Contract);
        }

        (completeGeneration, completeWatermark) = (header.Generation, header.Watermark);
    }

    /// <exception cref="AsOfBeforeWatermarkException">The instant is before the entry's knowledge.</exception>
    /// <exception cref="ContractMismatchException">Another definition wrote the entry.</exception>
    public OnlineFeature<TFeatures> Read(TKey key, ReadOnlyMemory<byte>? entry)
    {
        if (entry is not { } bytes)
        {
            return Absent(key);
        }

        var isKnownFormat = StateHeader.TryRead(bytes.Span, out var header);

        // Before the contract: what another definition left behind is stale too, once this one was materialized in full.
        if (completeGeneration > 0 && (!isKnownFormat || header.Generation < completeGeneration))
        {
            return Absent(key);
        }

        if (!isKnownFormat || header.Contract != table.Contract)
        {
            throw table.Mismatch(isKnownFormat ? header.Contract : null);
        }

        RefuseBefore(header.Watermark);
        var reader = new StateReader(bytes.Span[StateHeader.Length..]);
        var state = view.DecodeState(header.Watermark, ref reader);
        if (table.TimeToLive is { } timeToLive && state.LatestEventTime is { } latest && asOf - latest > timeToLive)
        {
            return new(Empty(key, header.Watermark), FeatureStatus.Expired);
        }

        var features = state.Evaluate(key, asOf, out var found);
        return new(features, found ? FeatureStatus.Found : FeatureStatus.NotFound);
    }

    /// <summary>Without a state: no rows at the watermark of the last full materialization, or, before the first, nothing known.</summary>
    private OnlineFeature<TFeatures> Absent(TKey key)
    {
        RefuseBefore(completeWatermark);
        return new(Empty(key, completeGeneration > 0 ? completeWatermark : asOf), FeatureStatus.NotFound);
    }

    private TFeatures Empty(TKey key, long watermark) => view.CreateState(watermark).Evaluate(key, asOf, out _);

    private void RefuseBefore(long watermark)
    {
        if (asOf < watermark)
        {
            throw new AsOfBeforeWatermarkException(view.Name, Instant.ToDateTime(asOf), Instant.ToDateTime(watermark));
        }
    }
}
