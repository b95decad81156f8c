using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres.Copy;

/// <summary>The temporary table <c>spine</c> of a query.</summary>
internal static class SpineTable
{
    /// <summary>Makes and fills the table; it goes with the session's transaction.</summary>
    /// <exception cref="ArgumentException">A value is refused.</exception>
    public static async Task FillAsync(PostgresSession session, SpineRows spine, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(PostgresStorageSpine.Create(spine.Columns.Select(c => KeyValuePair.Create(c.Name, c.Type))), cancellationToken)
            .ConfigureAwait(false);
        var rows = new BinaryRowBuffer(spine.Columns.Count + 1);
        await using (var copy = await session.CopyAsync(PostgresStorageSpine.Copy, cancellationToken).ConfigureAwait(false))
        {
            for (var ordinal = 0; ordinal < spine.Count; ordinal++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(spine, ordinal, rows);
                await copy.SendAsync(rows, cancellationToken).ConfigureAwait(false);
            }

            await copy.CompleteAsync(rows, cancellationToken).ConfigureAwait(false);
        }

        await session.ExecuteAsync(PostgresStorageSpine.Analyze, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(SpineRows spine, int ordinal, BinaryRowBuffer rows)
    {
        rows.Write((long?)ordinal);
        try
        {
            spine.Write(ordinal, rows);
        }
        catch (RowValueException refusal)
        {
            // The ordinal is column 0 here.
            throw new ArgumentException($"Row {ordinal} of the spine: {spine.Columns[refusal.Column - 1].Property}: {refusal.Message}", refusal);
        }

        rows.EndRow();
    }
}
