using System.Collections.Concurrent;
using TypedFeatures.Online;
using TypedFeatures.Plans;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite;

/// <summary>
/// The online store in one SQLite file: for one process that serves what it materializes, without a server. Reads are a few microseconds per key and
/// run on the caller's thread.
/// </summary>
/// <remarks>
/// Readers have connections of their own, kept in a pool, so that they run side by side and while a batch is written; SQLite allows one writer,
/// so writers queue.
/// </remarks>
public sealed class SqliteOnlineStore : IOnlineStore
{
    private const int EntriesPerTransaction = 4096;
    private const long ExpiredPerSweep = 10_000;
    private static readonly TimeSpan TimeBetweenSweeps = TimeSpan.FromMinutes(1);
    private static readonly int MostIdleReaders = Environment.ProcessorCount * 2;

    private readonly string file;
    private readonly TimeProvider timeProvider;
    private readonly SemaphoreSlim writerQueue = new(1, 1);
    private readonly SqliteDatabase writer;
    private readonly SqliteStatement upsert;
    private readonly ConcurrentBag<Reader> idleReaders = [];
    private long lastSweep;
    private volatile bool isDisposed;

    private SqliteOnlineStore(string file, TimeProvider timeProvider)
    {
        this.file = file;
        this.timeProvider = timeProvider;
        lastSweep = timeProvider.GetTimestamp();
        writer = Connect(file);
        try
        {
            writer.Execute(SqliteStorageOnline.CreateEntries);
            writer.Execute(SqliteStorageOnline.CreateExpiryIndex);
            upsert = writer.Prepare(SqliteStorageOnline.Upsert);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <summary>Opens a file, made where it is missing with its folder.</summary>
    /// <param name="file">The path of the file; SQLite keeps two more beside it while it is open.</param>
    /// <param name="timeProvider">The clock that entries expire by; the system's unless given.</param>
    /// <exception cref="OnlineStoreException">The file cannot be opened or is no SQLite file.</exception>
    public static SqliteOnlineStore Open(string file, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(path, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    /// <exception cref="OnlineStoreException">The store failed.</exception>
    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        string table, IReadOnlyList<ReadOnlyMemory<byte>> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(keys);
        return ValueTask.FromResult(Read(keys.Count, i => new OnlineKey(table, keys[i]), cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="OnlineStoreException">The store failed.</exception>
    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        IReadOnlyList<OnlineKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return ValueTask.FromResult(Read(keys.Count, i => keys[i], cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="OnlineStoreException">The store failed.</exception>
    public async ValueTask SetManyAsync(
        string table, IReadOnlyList<OnlineEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(entries);
        await writerQueue.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            SweepNowAndThen();
            for (var start = 0; start < entries.Count; start += EntriesPerTransaction)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(table, entries, start, Math.Min(entries.Count, start + EntriesPerTransaction));
            }
        }
        finally
        {
            writerQueue.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await writerQueue.WaitAsync().ConfigureAwait(false);
        try
        {
            if (isDisposed)
            {
                return;
            }

            isDisposed = true;
            upsert.Dispose();
            writer.Dispose();
            CloseIdleReaders();
        }
        finally
        {
            writerQueue.Release();
        }
    }

    private IReadOnlyList<ReadOnlyMemory<byte>?> Read(int count, Func<int, OnlineKey> keyAt, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var reader = idleReaders.TryTake(out var idle) ? idle : new Reader(Connect(file));
        try
        {
            return reader.GetMany(count, keyAt, Now(), cancellationToken);
        }
        finally
        {
            Return(reader);
        }
    }

    private static SqliteDatabase Connect(string file) => SqliteDatabase.Open(file, static message => new OnlineStoreException(message));

    private long Now() => Instant.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);

    private void Return(Reader reader)
    {
        // A reader that comes back while the store closes has nobody left to close it.
        if (idleReaders.Count >= MostIdleReaders)
        {
            reader.Dispose();
            return;
        }

        idleReaders.Add(reader);
        if (isDisposed)
        {
            CloseIdleReaders();
        }
    }

    private void CloseIdleReaders()
    {
        while (idleReaders.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void SweepNowAndThen()
    {
        if (timeProvider.GetElapsedTime(lastSweep) < TimeBetweenSweeps)
        {
            return;
        }

        using var delete = writer.Prepare(SqliteStorageOnline.DeleteExpired);
        delete.Bind(1, Now());
        delete.Bind(2, ExpiredPerSweep);
        delete.Step();

        // Where more may be left, the next write goes on.
        if (writer.Changes < ExpiredPerSweep)
        {
            lastSweep = timeProvider.GetTimestamp();
        }
    }

    private void Write(string table, IReadOnlyList<OnlineEntry> entries, int start, int end)
    {
        writer.Execute("BEGIN IMMEDIATE");
        try
        {
            var now = Now();
            upsert.Bind(1, table);
            for (var i = start; i < end; i++)
            {
                var entry = entries[i];
                upsert.BindBlob(2, entry.Key.Span);
                upsert.BindBlob(3, entry.Value.Span);
                if (entry.TimeToLive is { } timeToLive)
                {
                    upsert.Bind(4, now + Instant.FromTimeSpan(timeToLive));
                }
                else
                {
                    upsert.BindNull(4);
                }

                upsert.Step();
            }

            writer.Execute("COMMIT");
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private sealed class Reader(SqliteDatabase database) : IDisposable
    {
        private readonly SqliteStatement select = database.Prepare(SqliteStorageOnline.Select);
        private readonly SqliteStatement begin = database.Prepare("BEGIN");
        private readonly SqliteStatement commit = database.Prepare("COMMIT");

        // What the statement's first parameter is bound to.
        private string? table;

        public IReadOnlyList<ReadOnlyMemory<byte>?> GetMany(
            int count, Func<int, OnlineKey> keyAt, long now, CancellationToken cancellationToken)
        {
            var values = new ReadOnlyMemory<byte>?[count];
            if (values.Length == 0)
            {
                return values;
            }

            select.Bind(3, now);
            if (values.Length == 1)
            {
                values[0] = Get(keyAt(0));
                return values;
            }

            // One transaction: the values of one call are of one moment, and the file is locked and unlocked once.
            begin.Step();
            try
            {
                for (var i = 0; i < values.Length; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    values[i] = Get(keyAt(i));
                }
            }
            finally
            {
                commit.Step();
            }

            return values;
        }

        public void Dispose()
        {
            select.Dispose();
            begin.Dispose();
            commit.Dispose();
            database.Dispose();
        }

        private ReadOnlyMemory<byte>? Get(OnlineKey key)
        {
            if (!ReferenceEquals(table, key.Table))
            {
                table = key.Table;
                select.Bind(1, table);
            }

            select.BindBlob(2, key.Key.Span);
            if (!select.Step())
            {
                return null;
            }

            // The key is the primary key: there is no second row to step to.
            ReadOnlyMemory<byte> value = select.GetBlob(0).ToArray();
            select.Reset();
            return value;
        }
    }
}
