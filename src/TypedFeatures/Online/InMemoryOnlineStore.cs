using System.Collections.Concurrent;

namespace TypedFeatures.Online;

/// <summary>An online store in this process' memory; its contents are gone when it is disposed.</summary>
/// <param name="timeProvider">The clock that times to live are counted by.</param>
public sealed class InMemoryOnlineStore(TimeProvider timeProvider) : IOnlineStore
{
    private readonly TimeProvider timeProvider = timeProvider ?? throw new ArgumentNullException(nameof(timeProvider));
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<ReadOnlyMemory<byte>, Kept>> tables = new(StringComparer.Ordinal);
    private volatile bool isDisposed;

    /// <summary>An empty store on the system's clock.</summary>
    public InMemoryOnlineStore()
        : this(TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        string table, IReadOnlyList<ReadOnlyMemory<byte>> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(keys);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var values = new ReadOnlyMemory<byte>?[keys.Count];
        if (tables.TryGetValue(table, out var rows))
        {
            var now = timeProvider.GetUtcNow().Ticks;
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Find(rows, keys[i], now);
            }
        }

        return ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>?>>(values);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        IReadOnlyList<OnlineKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var now = timeProvider.GetUtcNow().Ticks;
        var values = new ReadOnlyMemory<byte>?[keys.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = tables.TryGetValue(keys[i].Table, out var rows) ? Find(rows, keys[i].Key, now) : null;
        }

        return ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>?>>(values);
    }

    /// <inheritdoc/>
    public ValueTask SetManyAsync(
        string table, IReadOnlyList<OnlineEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(entries);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var rows = tables.GetOrAdd(table, static _ => new(KeyBytes.Comparer));
        var now = timeProvider.GetUtcNow().Ticks;
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Copies: the caller may use its buffers again.
            rows[entry.Key.ToArray()] = new Kept(entry.Value.ToArray(), ExpiresAt(now, entry.TimeToLive));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        isDisposed = true;
        tables.Clear();
        return ValueTask.CompletedTask;
    }

    private static ReadOnlyMemory<byte>? Find(
        ConcurrentDictionary<ReadOnlyMemory<byte>, Kept> rows, ReadOnlyMemory<byte> key, long now)
    {
        if (!rows.TryGetValue(key, out var kept))
        {
            return null;
        }

        if (kept.ExpiresAt > now)
        {
            return kept.Value;
        }

        // Removes this very entry only: another caller may have written a new one since.
        rows.TryRemove(KeyValuePair.Create(key, kept));
        return null;
    }

    private static long ExpiresAt(long now, TimeSpan? timeToLive) =>
        timeToLive is { } ttl && ttl.Ticks < long.MaxValue - now ? now + ttl.Ticks : long.MaxValue;

    // A class, not a record: removal compares by reference.
    private sealed class Kept(byte[] value, long expiresAt)
    {
        public byte[] Value { get; } = value;

        public long ExpiresAt { get; } = expiresAt;
    }
}
