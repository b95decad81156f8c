using System.Buffers;
using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>
/// Reads the features of a view from the online store: one round trip per call, whatever the number of keys. A value exists for every key: the empty value where
/// nothing is known of it.
/// </summary>
/// <remarks>
/// Safe for concurrent use. Every method throws <see cref="AsOfBeforeWatermarkException"/> for an instant before the watermark of what it reads,
/// <see cref="ContractMismatchException"/> for states that another definition wrote, <see cref="OverflowException"/> where an integer feature does not fit,
/// <see cref="NonFiniteFeatureException"/> where one that cannot be null is infinite or not a number, and <see cref="OnlineStoreException"/> where the store fails.
/// </remarks>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
public sealed class OnlineFeatures<TKey, TFeatures>
    where TKey : notnull
    where TFeatures : class
{
    private readonly FeatureView<TKey, TFeatures> view;
    private readonly OnlineTable table;
    private readonly TimeProvider timeProvider;

    internal OnlineFeatures(FeatureView<TKey, TFeatures> view, OnlineTable table, TimeProvider timeProvider)
    {
        this.view = view;
        this.table = table;
        this.timeProvider = timeProvider;
    }

    /// <summary>The features of one entity as of now.</summary>
    /// <param name="key">The entity.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<TFeatures> GetAsync(TKey key, CancellationToken cancellationToken = default) =>
        FeaturesOf(ReadOneAsync(key, Now(), cancellationToken));

    /// <summary>The features of one entity as of an instant.</summary>
    /// <param name="key">The entity.</param>
    /// <param name="asOf">UTC, in the years 1900 to 2299, not before the watermark.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<TFeatures> GetAsync(TKey key, DateTime asOf, CancellationToken cancellationToken = default) =>
        FeaturesOf(ReadOneAsync(key, Instant.FromDateTime(asOf), cancellationToken));

    /// <summary>The features of one entity as of now, and what stands behind them.</summary>
    /// <param name="key">The entity.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<OnlineFeature<TFeatures>> GetWithStatusAsync(TKey key, CancellationToken cancellationToken = default) =>
        ReadOneAsync(key, Now(), cancellationToken);

    /// <summary>The features of one entity as of an instant, and what stands behind them.</summary>
    /// <param name="key">The entity.</param>
    /// <param name="asOf">UTC, in the years 1900 to 2299, not before the watermark.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<OnlineFeature<TFeatures>> GetWithStatusAsync(TKey key, DateTime asOf, CancellationToken cancellationToken = default) =>
        ReadOneAsync(key, Instant.FromDateTime(asOf), cancellationToken);

    /// <summary>The features of several entities as of now, all at the same instant.</summary>
    /// <param name="keys">The entities; may repeat.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per key, in their order.</returns>
    public ValueTask<IReadOnlyList<TFeatures>> GetManyAsync(IEnumerable<TKey> keys, CancellationToken cancellationToken = default) =>
        ReadManyAsync(keys, Now(), static feature => feature.Features, cancellationToken);

    /// <summary>The features of several entities as of an instant.</summary>
    /// <param name="keys">The entities; may repeat.</param>
    /// <param name="asOf">UTC, in the years 1900 to 2299, not before the watermark.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per key, in their order.</returns>
    public ValueTask<IReadOnlyList<TFeatures>> GetManyAsync(IEnumerable<TKey> keys, DateTime asOf, CancellationToken cancellationToken = default) =>
        ReadManyAsync(keys, Instant.FromDateTime(asOf), static feature => feature.Features, cancellationToken);

    /// <summary>The features of several entities as of now, all at the same instant, and what stands behind them.</summary>
    /// <param name="keys">The entities; may repeat.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per key, in their order.</returns>
    public ValueTask<IReadOnlyList<OnlineFeature<TFeatures>>> GetManyWithStatusAsync(
        IEnumerable<TKey> keys, CancellationToken cancellationToken = default) =>
        ReadManyAsync(keys, Now(), static feature => feature, cancellationToken);

    /// <summary>The features of several entities as of an instant, and what stands behind them.</summary>
    /// <param name="keys">The entities; may repeat.</param>
    /// <param name="asOf">UTC, in the years 1900 to 2299, not before the watermark.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per key, in their order.</returns>
    public ValueTask<IReadOnlyList<OnlineFeature<TFeatures>>> GetManyWithStatusAsync(
        IEnumerable<TKey> keys, DateTime asOf, CancellationToken cancellationToken = default) =>
        ReadManyAsync(keys, Instant.FromDateTime(asOf), static feature => feature, cancellationToken);

    private static async ValueTask<TFeatures> FeaturesOf(ValueTask<OnlineFeature<TFeatures>> feature) =>
        (await feature.ConfigureAwait(false)).Features;

    private long Now() => Instant.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);

    private async ValueTask<OnlineFeature<TFeatures>> ReadOneAsync(TKey key, long asOf, CancellationToken cancellationToken)
    {
        var keyBytes = new ArrayBufferWriter<byte>(16);
        EncodeKey(key, keyBytes);

        // The view's header is under the empty key, which the array begins with by default.
        var values = await table.Store.GetManyAsync(table.Name, [default, keyBytes.WrittenMemory], cancellationToken).ConfigureAwait(false);
        return new OnlineStateReader<TKey, TFeatures>(view, table, values[0], asOf).Read(key, values[1]);
    }

    private async ValueTask<IReadOnlyList<TResult>> ReadManyAsync<TResult>(
        IEnumerable<TKey> keys, long asOf, Func<OnlineFeature<TFeatures>, TResult> select, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var list = keys as IReadOnlyList<TKey> ?? [.. keys];
        if (list.Count == 0)
        {
            return [];
        }

        var values = await table.Store.GetManyAsync(table.Name, Encode(list), cancellationToken).ConfigureAwait(false);
        var reader = new OnlineStateReader<TKey, TFeatures>(view, table, values[0], asOf);
        var results = new TResult[list.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = select(reader.Read(list[i], values[i + 1]));
        }

        return results;
    }

    /// <summary>The empty key of the view's header, then the keys, all cut out of one buffer.</summary>
    private ReadOnlyMemory<byte>[] Encode(IReadOnlyList<TKey> keys)
    {
        var buffer = new ArrayBufferWriter<byte>(keys.Count * 12);
        var ends = new int[keys.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            EncodeKey(keys[i], buffer);
            ends[i] = buffer.WrittenCount;
        }

        var encoded = new ReadOnlyMemory<byte>[keys.Count + 1];
        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            encoded[i + 1] = buffer.WrittenMemory[start..ends[i]];
            start = ends[i];
        }

        return encoded;
    }

    private void EncodeKey(TKey key, ArrayBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(key);

        // A writer per key: it writes text by number when it comes again, and keys are read on their own.
        var writer = new StateWriter(output);
        view.EncodeKey(key, ref writer);
    }
}
