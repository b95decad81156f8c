using TypedFeatures.Online;

namespace TypedFeatures.Tests.Store;

/// <summary>An online store in memory that remembers what it was asked.</summary>
internal sealed class RecordingOnlineStore(TimeProvider timeProvider) : IOnlineStore
{
    private readonly InMemoryOnlineStore inner = new(timeProvider);

    public string Name => "recording";

    public List<int> Reads { get; } = [];

    public List<(string Table, List<OnlineEntry> Entries)> Writes { get; } = [];

    /// <summary>Called before each write.</summary>
    public Action<int> OnWrite { get; set; } = _ => { };

    public bool IsDisposed { get; private set; }

    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        string table, IReadOnlyList<ReadOnlyMemory<byte>> keys, CancellationToken cancellationToken = default)
    {
        Reads.Add(keys.Count);
        return inner.GetManyAsync(table, keys, cancellationToken);
    }

    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(IReadOnlyList<OnlineKey> keys, CancellationToken cancellationToken = default)
    {
        Reads.Add(keys.Count);
        return inner.GetManyAsync(keys, cancellationToken);
    }

    public ValueTask SetManyAsync(string table, IReadOnlyList<OnlineEntry> entries, CancellationToken cancellationToken = default)
    {
        OnWrite(Writes.Count);
        Writes.Add((table, [.. entries.Select(e => e with { Key = e.Key.ToArray(), Value = e.Value.ToArray() })]));
        entries.Select(e => Convert.ToHexString(e.Key.Span)).ShouldBeUnique();
        return inner.SetManyAsync(table, entries, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return inner.DisposeAsync();
    }
}
