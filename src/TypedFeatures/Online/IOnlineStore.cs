namespace TypedFeatures.Online;

/// <summary>A key-value store that holds states. It knows nothing of features: bytes in, bytes out.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface IOnlineStore : IAsyncDisposable
{
    /// <summary>What the store is, for messages: <c>memory</c>, <c>sqlite</c>, <c>redis</c>.</summary>
    string Name { get; }

    /// <summary>Reads values in one round trip; null where there is none.</summary>
    /// <param name="table">A group of keys: one view in one namespace.</param>
    /// <param name="keys">The keys; may repeat.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per key, in the order of the keys.</returns>
    ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        string table, IReadOnlyList<ReadOnlyMemory<byte>> keys, CancellationToken cancellationToken = default);

    /// <summary>Reads values of several tables in one round trip; null where there is none.</summary>
    /// <param name="keys">The tables' keys; may repeat.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per key, in the order of the keys.</returns>
    ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        IReadOnlyList<OnlineKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Writes values, replacing what was there, and returns when the store has them all; the memory of the entries is the caller's again then.</summary>
    /// <param name="table">A group of keys.</param>
    /// <param name="entries">What to write; keys are distinct.</param>
    /// <param name="cancellationToken">Stops between writes; what was written stays.</param>
    ValueTask SetManyAsync(
        string table, IReadOnlyList<OnlineEntry> entries, CancellationToken cancellationToken = default);
}

/// <summary>A key in a table.</summary>
/// <param name="Table">A group of keys: one view in one namespace.</param>
/// <param name="Key">The key's bytes; empty is a key too.</param>
public readonly record struct OnlineKey(string Table, ReadOnlyMemory<byte> Key);

/// <summary>A value to keep.</summary>
/// <param name="Key">The key's bytes; empty is a key too.</param>
/// <param name="Value">The value's bytes.</param>
/// <param name="TimeToLive">After how long the store may forget it; null for never.</param>
public readonly record struct OnlineEntry(ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Value, TimeSpan? TimeToLive);
