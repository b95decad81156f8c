using TypedFeatures.Offline;

namespace TypedFeatures.DuckDb.Native;

/// <summary>Appends chunks to a temporary table of a connection.</summary>
internal sealed unsafe class TableAppender : IDisposable
{
    private readonly AppenderHandle handle;
    private readonly string table;

    public TableAppender(DuckDbConnection connection, string table)
    {
        this.table = table;
        var state = DuckDbApi.CreateAppender(connection.Handle, "temp", "main", table, out var opened);
        handle = new(opened);
        if (state != DuckDbState.Success)
        {
            using (handle)
            {
                throw Error();
            }
        }
    }

    public void Append(DataChunkHandle chunk) => Check(DuckDbApi.AppendDataChunk(handle, chunk));

    public void Close() => Check(DuckDbApi.CloseAppender(handle));

    public void Dispose() => handle.Dispose();

    private void Check(DuckDbState state)
    {
        if (state != DuckDbState.Success)
        {
            throw Error();
        }
    }

    private OfflineEngineException Error() =>
        DuckDbErrors.Create(handle.IsInvalid ? "no appender" : DuckDbErrors.Text(DuckDbApi.AppenderError(handle)), $"append to {table}");
}
