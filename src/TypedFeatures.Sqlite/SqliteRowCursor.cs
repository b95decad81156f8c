using System.Text;
using TypedFeatures.Offline;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite;

/// <summary>Reads the rows of a query over its own connection, which closes with it.</summary>
internal sealed class SqliteRowCursor(SqliteDatabase database, SqliteStatement statement, CancellationToken queryToken) : RowCursor
{
    private SqliteDatabase.CancellationScope? scope;
    private CancellationTokenSource? linked;
    private CancellationToken readToken;
    private bool isStarted;
    private bool isDisposed;

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Watch(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        queryToken.ThrowIfCancellationRequested();
        if (isStarted)
        {
            return Step();
        }

        // The first row is where sorts and aggregates do their work: not on the caller's thread.
        isStarted = true;
        return await Task.Run(Step, CancellationToken.None).ConfigureAwait(false);
    }

    public override bool IsNull(int column) => statement.TypeOf(column) == Sqlite3.TypeNull;

    public override bool GetBoolean(int column) => GetInt64(column) != 0;

    public override int GetInt32(int column)
    {
        var value = GetInt64(column);
        return value == (int)value ? (int)value : throw Misfit(column, "holds a value outside 32 bits");
    }

    public override long GetInt64(int column) => statement.TypeOf(column) == Sqlite3.TypeInteger
        ? statement.GetInt64(column)
        : throw Misfit(column, "is not an integer");

    public override float GetSingle(int column) => (float)GetDouble(column);

    public override double GetDouble(int column) => statement.TypeOf(column) is Sqlite3.TypeFloat or Sqlite3.TypeInteger
        ? statement.GetDouble(column)
        : throw Misfit(column, "is not a number");

    public override string GetString(int column) => statement.TypeOf(column) == Sqlite3.TypeText
        ? Encoding.UTF8.GetString(statement.GetText(column))
        : throw Misfit(column, "is not text");

    public override float[] GetVector(int column) => statement.TypeOf(column) == Sqlite3.TypeBlob
        ? VectorBytes.Read(statement.GetBlob(column))
        : throw Misfit(column, "is not a vector");

    public override ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            scope?.Dispose();
            linked?.Dispose();
            statement.Dispose();
            database.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private bool Step()
    {
        try
        {
            return statement.Step();
        }
        catch (OperationCanceledException) when (readToken.IsCancellationRequested || queryToken.IsCancellationRequested)
        {
            // The caller knows its own token, not the linked one.
            throw new OperationCanceledException(readToken.IsCancellationRequested ? readToken : queryToken);
        }
    }

    private void Watch(CancellationToken token)
    {
        if (scope is not null && token == readToken)
        {
            return;
        }

        scope?.Dispose();
        linked?.Dispose();
        linked = null;
        readToken = token;
        var watched = token == queryToken || !queryToken.CanBeCanceled ? token
            : !token.CanBeCanceled ? queryToken
            : (linked = CancellationTokenSource.CreateLinkedTokenSource(token, queryToken)).Token;
        scope = database.CancelWith(watched);
    }

    private OfflineEngineException Misfit(int column, string what) =>
        new($"SQLite: column '{statement.NameOf(column)}' {(IsNull(column) ? "is null" : what)}. Check the type that the plan gives this column.");
}
