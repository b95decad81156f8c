using Npgsql;

namespace TypedFeatures.Postgres.Copy;

/// <summary>Sends rows to the server. Disposed without <see cref="CompleteAsync"/> it takes back what it sent.</summary>
internal sealed class CopyStream(NpgsqlRawCopyStream stream, string sql) : IAsyncDisposable
{
    private const int Enough = 1 << 16;
    private bool isClosed;

    /// <summary>Sends the rows of a buffer where they are many.</summary>
    public ValueTask SendAsync(BinaryRowBuffer rows, CancellationToken cancellationToken) =>
        rows.Length < Enough ? ValueTask.CompletedTask : new(SendAllAsync(rows, cancellationToken));

    /// <summary>Sends what is left and ends the copy.</summary>
    public async ValueTask CompleteAsync(BinaryRowBuffer rows, CancellationToken cancellationToken)
    {
        rows.Finish();
        await SendAllAsync(rows, cancellationToken).ConfigureAwait(false);
        await PostgresSession.GuardAsync(sql, async () =>
        {
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);

            // Here the server's verdict arrives.
            isClosed = true;
            await stream.DisposeAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        try
        {
            await stream.CancelAsync().ConfigureAwait(false);
            await stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The server's answer to a copy taken back; what stopped it is on its way to the caller already.
        }
    }

    private async Task SendAllAsync(BinaryRowBuffer rows, CancellationToken cancellationToken)
    {
        await PostgresSession.GuardAsync(sql, async () =>
        {
            await stream.WriteAsync(rows.Waiting, cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        rows.Clear();
    }
}
