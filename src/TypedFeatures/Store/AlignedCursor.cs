using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>
/// The result of a plan that has one row per spine row, in spine order. A row missing or out of place would give every later row another entity's
/// values, so both are checked on every row.
/// </summary>
internal sealed class AlignedCursor : IAsyncDisposable
{
    private const int OrdinalColumn = 0;
    private readonly RowCursor cursor;
    private readonly string what;
    private readonly long first;
    private readonly long last;
    private readonly int count;

    private AlignedCursor(RowCursor cursor, string what, int count, long first, long last)
    {
        this.cursor = cursor;
        this.what = what;
        this.count = count;
        this.first = first;
        this.last = last;
    }

    /// <summary>The row at hand.</summary>
    public RowCursor Row => cursor;

    /// <param name="engine">Where it runs.</param>
    /// <param name="query">The plan with its spine.</param>
    /// <param name="name">Whose plan it is, for messages.</param>
    /// <param name="first">The position of the first row in the whole spine.</param>
    /// <param name="last">The position of the last row.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async ValueTask<AlignedCursor> OpenAsync(
        IOfflineEngine engine, EngineQuery query, string name, long first, long last, CancellationToken cancellationToken) =>
        new(
            await engine.QueryAsync(query, cancellationToken).ConfigureAwait(false),
            $"The training plan of '{name}' on engine '{engine.Name}'",
            query.Spine!.Count,
            first,
            last);

    /// <summary>Moves to the row of a spine row.</summary>
    public async ValueTask ReadAsync(int index, CancellationToken cancellationToken)
    {
        if (!await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw Misaligned($"ended after {index} rows");
        }

        var ordinal = cursor.GetInt64(OrdinalColumn);
        if (ordinal != index)
        {
            throw Misaligned($"returned row {ordinal} where row {index} was due");
        }
    }

    /// <summary>Makes sure that there are no more rows.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        if (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw Misaligned($"returned more than the {count} rows asked for");
        }
    }

    public ValueTask DisposeAsync() => cursor.DisposeAsync();

    private InvalidOperationException Misaligned(string fault) => new(
        $"{what} {fault} (spine rows {first} to {last}). Values cannot be matched to their rows, so nothing more is returned; "
        + "this is a fault of the engine or its plan: please report it.");
}
