using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>Short forms of what the tests do with an engine.</summary>
internal static class EngineAssertions
{
    public static ValueTask<IngestReport> IngestAsync<T>(this SqliteOfflineEngine engine, SourceDescriptor<T> source, params IEnumerable<T> rows)
        where T : class =>
        engine.IngestAsync(source, rows.ToAsyncEnumerable());

    /// <summary>The rows of a query, values as <see cref="object"/>: long, double, string or null.</summary>
    public static async Task<List<object?[]>> RowsAsync(this IOfflineEngine engine, EngineQuery query, string types)
    {
        await using var cursor = await engine.QueryAsync(query);
        var rows = new List<object?[]>();
        while (await cursor.ReadAsync())
        {
            rows.Add([.. types.Select((t, i) => cursor.IsNull(i) ? null : Read(cursor, t, i))]);
        }

        return rows;
    }

    /// <summary>The rows of a query, as text with bars between.</summary>
    public static async Task<List<string>> TextsAsync(this IOfflineEngine engine, string sql, string types, params SourceSchema[] sources)
    {
        var rows = await engine.RowsAsync(new(sql, sources), types);
        return [.. rows.Select(r => string.Join("|", r.Select(v => v is null ? "null" : FormattableString.Invariant($"{v}"))))];
    }

    /// <summary>The one value of a query.</summary>
    public static async Task<object?> ValueAsync(this IOfflineEngine engine, string expression, char type) =>
        (await engine.RowsAsync(new($"SELECT {expression}", []), [type])).ShouldHaveSingleItem()[0];

    private static Task<List<object?[]>> RowsAsync(this IOfflineEngine engine, EngineQuery query, char[] types) => engine.RowsAsync(query, new string(types));

    private static object Read(RowCursor cursor, char type, int column) => type switch
    {
        'i' => cursor.GetInt64(column),
        'd' => cursor.GetDouble(column),
        _ => cursor.GetString(column),
    };
}
