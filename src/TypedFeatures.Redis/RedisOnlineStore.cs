using System.Text;
using StackExchange.Redis;
using TypedFeatures.Online;

namespace TypedFeatures.Redis;

/// <summary>
/// The online store on a Redis server or cluster. An entry is one string under <c>{prefix}:{table}:</c> and the key's bytes; its expiry is Redis' own.
/// </summary>
/// <remarks>Calls of any number of threads are pipelined over one connection.</remarks>
public sealed class RedisOnlineStore : IOnlineStore
{
    private const int MostWritesInFlight = 1024;
    private const int MostBytesInFlight = 4 << 20;

    private readonly IConnectionMultiplexer connection;
    private readonly bool ownsConnection;
    private readonly IDatabase database;
    private readonly string prefix;
    private readonly string endpoints;
    private readonly TimeSpan timeout;

    /// <summary>A store over a connection that is open.</summary>
    /// <param name="connection">The connection; its timeout (<c>syncTimeout</c>) is how long the store waits for the answers to a batch.</param>
    /// <param name="prefix">What keys start with: apart from other uses of the server.</param>
    /// <param name="ownsConnection">Whether disposing the store closes the connection.</param>
    public RedisOnlineStore(IConnectionMultiplexer connection, string prefix = "tf", bool ownsConnection = false)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        this.connection = connection;
        this.prefix = prefix;
        this.ownsConnection = ownsConnection;
        database = connection.GetDatabase();
        endpoints = RedisEndpoints.Describe(connection.GetEndPoints(configuredOnly: true));

        // The client times only its blocking calls; without a limit of our own a server that hangs would hang us.
        timeout = TimeSpan.FromMilliseconds(connection.TimeoutMilliseconds);
    }

    /// <inheritdoc/>
    public string Name => "redis";

    /// <summary>Connects to a server or cluster.</summary>
    /// <param name="configuration">
    /// <c>host:port</c>, several with commas between, then options as StackExchange.Redis has them: <c>host:6379,password=…,ssl=true</c>.
    /// A leading <c>redis://</c> is taken off.
    /// </param>
    /// <param name="prefix">What keys start with.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OnlineStoreException">No server answers; the message names where one was looked for.</exception>
    public static async ValueTask<RedisOnlineStore> ConnectAsync(
        string configuration, string prefix = "tf", CancellationToken cancellationToken = default)
    {
        var options = RedisEndpoints.Parse(configuration);
        var connecting = ConnectionMultiplexer.ConnectAsync(options);
        try
        {
            return new(await connecting.WaitAsync(cancellationToken).ConfigureAwait(false), prefix, ownsConnection: true);
        }
        catch (OperationCanceledException)
        {
            // A connection that comes after all has nobody to close it.
            _ = connecting.ContinueWith(
                static late => late.Result.Dispose(),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
            throw;
        }
        catch (Exception e) when (e is RedisException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new OnlineStoreException(
                $"Redis at {RedisEndpoints.Describe(options.EndPoints)} cannot be reached. Check that a server listens there and that password and ssl are as it wants them.", e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="OnlineStoreException">The server failed or did not answer in time.</exception>
    public async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        string table, IReadOnlyList<ReadOnlyMemory<byte>> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var start = KeyStart(table);
        var reads = new Task<RedisValue>[keys.Count];
        for (var i = 0; i < reads.Length; i++)
        {
            reads[i] = database.StringGetAsync(KeyOf(start, keys[i].Span));
        }

        return await ReadAsync(reads, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="OnlineStoreException">The server failed or did not answer in time.</exception>
    public async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        IReadOnlyList<OnlineKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var reads = new Task<RedisValue>[keys.Count];
        for (var i = 0; i < reads.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(keys[i].Table, nameof(keys));
            reads[i] = database.StringGetAsync(KeyOf(KeyStart(keys[i].Table), keys[i].Key.Span));
        }

        return await ReadAsync(reads, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="OnlineStoreException">The server failed or did not answer in time.</exception>
    public async ValueTask SetManyAsync(
        string table, IReadOnlyList<OnlineEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(entries);
        var start = KeyStart(table);
        var writes = new List<Task>(Math.Min(MostWritesInFlight, entries.Count));
        var next = 0;
        while (next < entries.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writes.Clear();
            for (var bytes = 0; next < entries.Count && writes.Count < MostWritesInFlight && bytes < MostBytesInFlight; next++)
            {
                writes.Add(WriteAsync(start, entries[next]));
                bytes += entries[next].Value.Length;
            }

            await CompleteAsync(Task.WhenAll(writes), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (ownsConnection)
        {
            await connection.CloseAsync().ConfigureAwait(false);
            connection.Dispose();
        }
    }

    /// <summary>The answers to GETs that went out together. Not one MGET: on a cluster the keys lie on different nodes.</summary>
    private async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadAsync(Task<RedisValue>[] reads, CancellationToken cancellationToken)
    {
        var values = await CompleteAsync(Task.WhenAll(reads), cancellationToken).ConfigureAwait(false);
        return Array.ConvertAll(values, static v => v.IsNull ? (ReadOnlyMemory<byte>?)null : (byte[])v!);
    }

    private static RedisKey KeyOf(byte[] start, ReadOnlySpan<byte> key)
    {
        var bytes = new byte[start.Length + key.Length];
        start.CopyTo(bytes, 0);
        key.CopyTo(bytes.AsSpan(start.Length));
        return bytes;
    }

    // A table's name has no ':' left, so that no key of one table can be taken for a key of another.
    private byte[] KeyStart(string table) =>
        Encoding.UTF8.GetBytes($"{prefix}:{table.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal)}:");

    private Task WriteAsync(byte[] start, OnlineEntry entry)
    {
        var key = KeyOf(start, entry.Key.Span);
        if (entry.TimeToLive is not { } timeToLive)
        {
            return database.StringSetAsync(key, entry.Value.ToArray());
        }

        // Redis refuses an expiry of nothing: what is over already is absent.
        return timeToLive <= TimeSpan.Zero
            ? database.KeyDeleteAsync(key)
            : database.StringSetAsync(key, entry.Value.ToArray(), TimeSpan.FromMilliseconds(Math.Ceiling(timeToLive.TotalMilliseconds)));
    }

    private async Task<TResult> CompleteAsync<TResult>(Task<TResult> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            throw Failure(e);
        }
    }

    private async Task CompleteAsync(Task work, CancellationToken cancellationToken)
    {
        try
        {
            await work.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            throw Failure(e);
        }
    }

    // Of the client's own message only the kind is told: it may hold a key.
    private OnlineStoreException Failure(Exception e) => new(
        e is RedisServerException
            ? $"Redis at {endpoints} refused a command: {e.Message.Split('\n')[0]}"
            : $"Redis at {endpoints} did not answer ({e.GetType().Name}). Check that the server runs and is not overloaded; syncTimeout in the configuration allows more time.",
        e is RedisServerException ? e : null);
}
