using TypedFeatures.Offline;

namespace TypedFeatures.ClickHouse.Http;

/// <summary>Small results, read whole.</summary>
internal static class ClickHouseClientReading
{
    /// <summary>Rows of integers.</summary>
    public static async Task<List<long?[]>> RowsAsync(this ClickHouseClient client, string sql, CancellationToken cancellationToken)
    {
        var query = await client.QueryAsync(sql, asOf: null, spine: null, cancellationToken).ConfigureAwait(false);
        await using var cursor = new ClickHouseRowCursor(query, cancellationToken);
        var rows = new List<long?[]>();
        while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add([.. Enumerable.Range(0, query.Reader.Types.Length).Select(i => cursor.IsNull(i) ? (long?)null : cursor.GetInt64(i))]);
        }

        return rows;
    }

    /// <summary>One integer.</summary>
    public static async Task<long> NumberAsync(this ClickHouseClient client, string sql, CancellationToken cancellationToken) =>
        (await client.RowsAsync(sql, cancellationToken).ConfigureAwait(false)).Single()[0]
        ?? throw new OfflineEngineException("ClickHouse answered null where a number was due.");
}
