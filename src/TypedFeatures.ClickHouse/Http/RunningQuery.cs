using TypedFeatures.ClickHouse.Format;

namespace TypedFeatures.ClickHouse.Http;

/// <summary>A query whose result is being read.</summary>
internal sealed class RunningQuery(ClickHouseClient client, string id, HttpResponseMessage response, RowBinaryReader reader) : IAsyncDisposable
{
    private bool isDisposed;

    public RowBinaryReader Reader => reader;

    /// <summary>Ends the query at the server too, where rows of it are left.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        response.Dispose();
        if (!reader.IsAtEnd)
        {
            await client.KillAsync(id).ConfigureAwait(false);
        }
    }
}
