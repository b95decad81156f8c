using TypedFeatures.DuckDb.Native;
using TypedFeatures.Offline;

namespace TypedFeatures.DuckDb;

/// <summary>Reads a streaming result chunk by chunk; DuckDB computes only a little ahead, so memory does not grow with the result.</summary>
internal sealed class DuckDbRowCursor(PreparedQuery query, ChunkReader reader) : RowCursor
{
    private readonly ShortTextCache?[] texts = new ShortTextCache?[reader.ColumnCount];
    private int row = -1;
    private bool atEnd;
    private bool disposed;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (row + 1 < reader.RowCount)
        {
            row++;
            return ValueTask.FromResult(true);
        }

        return atEnd ? ValueTask.FromResult(false) : FetchAsync(cancellationToken);
    }

    public override bool IsNull(int column) => reader.IsNull(column, row);

    public override bool GetBoolean(int column) => reader.GetBoolean(column, row);

    public override int GetInt32(int column) => reader.GetInt32(column, row);

    public override long GetInt64(int column) => reader.GetInt64(column, row);

    public override float GetSingle(int column) => reader.GetSingle(column, row);

    public override double GetDouble(int column) => reader.GetDouble(column, row);

    public override string GetString(int column) => reader.GetString(column, row, texts[column] ??= new());

    public override float[] GetVector(int column) => reader.GetVector(column, row);

    public override ValueTask DisposeAsync()
    {
        if (!disposed)
        {
            disposed = true;
            if (!atEnd)
            {
                // Without it, freeing the result would wait for what runs at the moment.
                DuckDbApi.Interrupt(query.Connection.Handle);
            }

            reader.Dispose();
            query.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        row = -1;
        var more = await Task.Run(() => Fetch(cancellationToken), cancellationToken).ConfigureAwait(false);
        row = more ? 0 : -1;
        atEnd = !more;
        return more;
    }

    private bool Fetch(CancellationToken cancellationToken)
    {
        using (new InterruptOnCancel(query.Connection.Handle, cancellationToken))
        {
            try
            {
                return reader.Fetch();
            }
            catch (OfflineEngineException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }
}
