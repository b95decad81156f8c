using TypedFeatures.Sources;

namespace TypedFeatures;

public sealed partial class FeatureStore
{
    /// <summary>
    /// Says that a source is complete up to an instant: every row that was known by then has been ingested. Labels are censored by it. Rows with an
    /// <c>[IngestTime]</c> say so themselves as they are ingested; a source without one, or one that was quiet for a while, needs to be told.
    /// An instant that is not later than what is recorded changes nothing.
    /// </summary>
    /// <typeparam name="T">A record marked as an event or dimension source.</typeparam>
    /// <param name="watermark">The instant, UTC, in the years 1900 to 2299.</param>
    /// <param name="cancellationToken">Stops; nothing is recorded then.</param>
    /// <exception cref="ArgumentException">The instant is of kind Local or out of range.</exception>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or <typeparamref name="T"/> is not a known source.</exception>
    /// <exception cref="Offline.OfflineEngineException">The engine failed.</exception>
    public async Task AdvanceWatermarkAsync<T>(DateTime watermark, CancellationToken cancellationToken = default)
        where T : class
    {
        var instant = Instant.FromDateTime(watermark);
        await Offline.AdvanceIngestWatermarkAsync(SourceRegistry.Get<T>().Schema, instant, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Up to when a source is known to be complete: the greatest ingest time of its rows, or a later instant it was told; never an event time.</summary>
    /// <typeparam name="T">A record marked as an event or dimension source.</typeparam>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The instant, UTC; null where nothing says it.</returns>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or <typeparamref name="T"/> is not a known source.</exception>
    /// <exception cref="Offline.OfflineEngineException">The engine failed.</exception>
    public async Task<DateTime?> GetWatermarkAsync<T>(CancellationToken cancellationToken = default)
        where T : class =>
        await Offline.GetIngestWatermarkAsync(SourceRegistry.Get<T>().Schema, cancellationToken).ConfigureAwait(false) is { } instant
            ? Instant.ToDateTime(instant)
            : null;
}
