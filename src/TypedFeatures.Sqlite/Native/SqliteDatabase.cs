using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedFeatures.Sqlite.Native;

/// <summary>A connection to a SQLite file. One thread at a time, except that it may be interrupted from any.</summary>
internal sealed unsafe class SqliteDatabase : IDisposable
{
    // Often enough that a cancelled query stops within a millisecond, rarely enough not to be seen in a profile.
    private const int InstructionsBetweenChecks = 20_000;

    private const int BusyTimeoutMilliseconds = 30_000;

    private readonly Func<string, Exception> failure;
    private readonly int* isCancelled;
    private nint handle;
    private CancellationToken cancellation;

    private SqliteDatabase(nint handle, Func<string, Exception> failure)
    {
        this.handle = handle;
        this.failure = failure;

        // sqlite3_interrupt is forgotten when it comes just before a statement starts; this flag is not.
        isCancelled = (int*)NativeMemory.AllocZeroed(sizeof(int));
        Sqlite3.ProgressHandler(handle, InstructionsBetweenChecks, &OnProgress, isCancelled);
    }

    /// <summary>The native connection.</summary>
    public nint Handle => handle;

    /// <summary>Rows that the last insert, update or delete changed.</summary>
    public int Changes => Sqlite3.Changes(handle);

    /// <summary>Whether a transaction is open; an interrupted write ends it.</summary>
    public bool IsInTransaction => Sqlite3.IsAutocommit(handle) == 0;

    /// <summary>Opens a file, made where it is missing, in WAL mode.</summary>
    /// <param name="file">The path.</param>
    /// <param name="failure">Makes the exception for a message.</param>
    public static SqliteDatabase Open(string file, Func<string, Exception> failure)
    {
        var result = Sqlite3.Open(file, out var handle, Sqlite3.OpenReadWrite | Sqlite3.OpenCreate | Sqlite3.OpenNoMutex, 0);
        if (result != Sqlite3.Ok)
        {
            var message = handle == 0 ? ToText(Sqlite3.ErrorText(result)) : ToText(Sqlite3.ErrorMessage(handle));
            _ = Sqlite3.Close(handle);
            throw failure($"SQLite cannot open '{file}': {message}. Check that the folder exists and may be written.");
        }

        var database = new SqliteDatabase(handle, failure);
        try
        {
            _ = Sqlite3.BusyTimeout(handle, BusyTimeoutMilliseconds);
            database.Execute("PRAGMA journal_mode = WAL");

            // In WAL mode NORMAL keeps the file whole through a crash; only the newest commits may be lost to a power cut.
            database.Execute("PRAGMA synchronous = NORMAL");
            database.Execute("PRAGMA cache_size = -65536");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Prepares one statement.</summary>
    public SqliteStatement Prepare(string sql) => new(this, sql);

    /// <summary>Runs a statement to its end.</summary>
    public void Execute(string sql)
    {
        using var statement = Prepare(sql);
        while (statement.Step())
        {
        }
    }

    /// <summary>Rolls the open transaction back, if SQLite has not done so itself.</summary>
    public void Rollback()
    {
        if (IsInTransaction)
        {
            Execute("ROLLBACK");
        }
    }

    /// <summary>Interrupts what runs on this connection when the token is cancelled, until the result is disposed. Statements then throw <see cref="OperationCanceledException"/>.</summary>
    public CancellationScope CancelWith(CancellationToken token) => new(this, token);

    /// <summary>The exception for a result code of the last call.</summary>
    public Exception Failure(int code, string sql) => code == Sqlite3.Interrupted && cancellation.IsCancellationRequested
        ? new OperationCanceledException(cancellation)
        : failure($"SQLite: {ToText(Sqlite3.ErrorMessage(handle))}. {Advice(code)}The statement starts: {FirstLine(sql)}");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (handle == 0)
        {
            return;
        }

        // The handler must be gone before its flag is: a statement that is still open keeps the connection alive.
        Sqlite3.ProgressHandler(handle, 0, null, null);
        _ = Sqlite3.Close(handle);
        handle = 0;
        NativeMemory.Free(isCancelled);
    }

    /// <summary>Native text as a string.</summary>
    public static string ToText(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    private static string Advice(int code) => (code & 0xFF) == Sqlite3.Busy
        ? "Another process is writing to the file; let one process write at a time. "
        : "";

    private static string FirstLine(string sql)
    {
        var text = sql.AsSpan().Trim();
        var end = text.IndexOfAny('\r', '\n');
        return (end < 0 ? text : text[..end]).ToString();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnProgress(void* state) => Volatile.Read(ref *(int*)state);

    /// <summary>A span of time in which a token stops the connection.</summary>
    public readonly struct CancellationScope : IDisposable
    {
        private readonly SqliteDatabase database;
        private readonly CancellationTokenRegistration registration;

        internal CancellationScope(SqliteDatabase database, CancellationToken token)
        {
            this.database = database;
            database.cancellation = token;
            registration = token.UnsafeRegister(static state => ((SqliteDatabase)state!).Cancel(), database);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            // Waits for a callback that is running, so that none can reach a closed connection or a later scope.
            registration.Dispose();
            database.cancellation = default;
            Volatile.Write(ref *database.isCancelled, 0);
        }
    }

    private void Cancel()
    {
        Volatile.Write(ref *isCancelled, 1);
        Sqlite3.Interrupt(handle);
    }
}
