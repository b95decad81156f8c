namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>Where the rows of one event id belong.</summary>
internal enum EventPlace
{
    /// <summary>The event itself.</summary>
    Event,

    /// <summary>A later version of it.</summary>
    Version,

    /// <summary>A contradiction.</summary>
    Quarantine,
}

/// <summary>A row of an event id.</summary>
/// <param name="Values">The columns in declaration order.</param>
/// <param name="StoredIn">Where it was before this call; null where this call brought it.</param>
internal sealed record EventRow(StoredValue[] Values, EventPlace? StoredIn);

/// <summary>Decides the place of every row of one event id. It depends on the set of rows alone, never on the order of their arrival.</summary>
internal static class EventResolution
{
    /// <summary>The rows that stay, the event first. Rows that are not in the result said again what another says.</summary>
    /// <param name="rows">All rows of the event id, stored and new.</param>
    /// <param name="order">Compares them.</param>
    /// <param name="keepsVersions">Whether the source has columns known after the outcome.</param>
    public static IReadOnlyList<(EventRow Row, EventPlace Place)> Resolve(IEnumerable<EventRow> rows, EventOrder order, bool keepsVersions)
    {
        var result = new List<(EventRow Row, EventPlace Place)>();

        // The sort is stable and puts stored rows before equal new ones, so that a repetition counts as the duplicate.
        foreach (var row in rows.OrderBy(r => r.StoredIn is null).OrderBy(r => r.Values, order))
        {
            if (result.Count == 0)
            {
                result.Add((row, EventPlace.Event));
                continue;
            }

            // Without versions one row speaks for all that differ in ingest time alone, in quarantine too: else what is kept would depend on
            // whether a repetition came before or after the row it repeats lost its place.
            var isRepetition = keepsVersions
                ? order.Compare(result[^1].Row.Values, row.Values) == 0
                : result.Exists(kept => order.AreVersions(kept.Row.Values, row.Values));
            if (!isRepetition)
            {
                var place = order.AreVersions(result[0].Row.Values, row.Values) ? EventPlace.Version : EventPlace.Quarantine;
                result.Add((row, place));
            }
        }

        return result;
    }
}
