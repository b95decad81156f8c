using System.Buffers;
using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>Entries on their way to the online store, in one buffer that is used again.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
internal sealed class EntryBatch<TKey, TFeatures>(OnlineTable table, FeatureView<TKey, TFeatures> view, long generation, int capacity)
    where TKey : notnull
    where TFeatures : class
{
    /// <summary>A few busy entities may weigh as much as thousands of others.</summary>
    private const int FullBytes = 8 << 20;

    /// <summary>
    /// Stores remember a little longer than readers do: a reader decides by its own clock, to the microsecond, that an entity is expired,
    /// and a store with a coarser or faster clock must not forget it before.
    /// </summary>
    private const long SlackMicroseconds = 60_000_000;

    private const long LongestMicroseconds = (long.MaxValue / TimeSpan.TicksPerMicrosecond) - SlackMicroseconds;

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    private readonly List<(int Start, int ValueStart, int End, TimeSpan? TimeToLive)> extents = [];
    private readonly List<OnlineEntry> entries = [];

    public int Count => extents.Count;

    public bool IsFull => extents.Count >= capacity || buffer.WrittenCount >= FullBytes;

    public void Add(TKey key, FeatureState<TKey, TFeatures> state)
    {
        var start = buffer.WrittenCount;
        var keyWriter = new StateWriter(buffer);
        view.EncodeKey(key, ref keyWriter);
        var valueStart = buffer.WrittenCount;
        new StateHeader(table.Contract, state.Watermark, generation).Write(buffer);
        var stateWriter = new StateWriter(buffer);
        state.Encode(ref stateWriter);
        extents.Add((start, valueStart, buffer.WrittenCount, TimeToLiveOf(state)));
    }

    /// <summary>Writes the entries and empties the batch.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        // The buffer moves as it grows, so that the entries are cut out of it only now.
        var bytes = buffer.WrittenMemory;
        foreach (var (start, valueStart, end, timeToLive) in extents)
        {
            entries.Add(new OnlineEntry(bytes[start..valueStart], bytes[valueStart..end], timeToLive));
        }

        await table.Store.SetManyAsync(table.Name, entries, cancellationToken).ConfigureAwait(false);
        entries.Clear();
        extents.Clear();
        buffer.ResetWrittenCount();
    }

    private TimeSpan? TimeToLiveOf(FeatureState<TKey, TFeatures> state)
    {
        if (table.TimeToLive is not { } timeToLive)
        {
            return null;
        }

        var age = state.LatestEventTime is { } latest ? state.Watermark - latest : 0;
        return Instant.ToTimeSpan(Math.Clamp(timeToLive - age, 0, LongestMicroseconds) + SlackMicroseconds);
    }
}
