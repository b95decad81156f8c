using TypedFeatures.Offline;

namespace TypedFeatures.DuckDb.Native;

/// <summary>One connection: its temporary tables and views, and one statement at a time. Calls block; engines run them on pool threads.</summary>
internal sealed unsafe class DuckDbConnection(ConnectionHandle handle) : IDisposable
{
    public ConnectionHandle Handle => handle;

    /// <summary>Runs a statement for its effect.</summary>
    public void Execute(string sql, CancellationToken cancellationToken)
    {
        using var reader = Query(sql, cancellationToken);
    }

    /// <summary>Runs a statement to its end and keeps its result in memory: for small results.</summary>
    public ChunkReader Query(string sql, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = new ResultHandle();
        try
        {
            DuckDbState state;
            using (new InterruptOnCancel(handle, cancellationToken))
            {
                state = DuckDbApi.Query(handle, sql, result);
            }

            return Checked(state, result, sql, cancellationToken);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Starts a statement whose rows are computed as they are read.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="asOf">The value of <c>$as_of</c>, in microseconds, where the statement has it.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    public ChunkReader QueryStreaming(string sql, long? asOf, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = new ResultHandle();
        try
        {
            DuckDbState state;
            using (new InterruptOnCancel(handle, cancellationToken))
            using (var statement = Prepare(sql))
            {
                Bind(statement, asOf, sql);
                state = DuckDbApi.ExecuteStreaming(statement, result);
            }

            return Checked(state, result, sql, cancellationToken);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    public void Dispose() => handle.Dispose();

    private static ChunkReader Checked(DuckDbState state, ResultHandle result, string sql, CancellationToken cancellationToken)
    {
        if (state == DuckDbState.Success)
        {
            return new(result, sql);
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw DuckDbErrors.Create(DuckDbApi.ResultError(result), sql);
    }

    private static void Bind(PreparedHandle statement, long? asOf, string sql)
    {
        if (asOf is not { } microseconds)
        {
            return;
        }

        if (DuckDbApi.BindParameterIndex(statement, out var index, "as_of") != DuckDbState.Success
            || DuckDbApi.BindTimestamp(statement, index, microseconds) != DuckDbState.Success)
        {
            throw DuckDbErrors.Create("The query gives a value for $as_of, which its statement does not take.", sql);
        }
    }

    private PreparedHandle Prepare(string sql)
    {
        var state = DuckDbApi.Prepare(handle, sql, out var opened);
        var statement = new PreparedHandle(opened);
        if (state == DuckDbState.Success)
        {
            return statement;
        }

        using (statement)
        {
            throw DuckDbErrors.Create(DuckDbApi.PrepareError(statement), sql);
        }
    }
}
