using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>
/// Makes a history see the newest known version of every event. Versions differ from the event only in ingest time and in columns known after the
/// outcome, so the event stays where it is, under its indexes, and only these columns are looked up; where none of them is asked for, nothing is.
/// </summary>
internal static class NewestVersions
{
    private const string Place = "place";

    /// <summary>Adds the look-up to a history that has no joins yet.</summary>
    /// <param name="history">The history under construction.</param>
    /// <param name="events">Its events.</param>
    /// <param name="historyName">The history's name, from which that of the look-up is made.</param>
    public static void Join(HistoryBuilder history, SourceSchema events, string historyName)
    {
        var changing = history.Needed(0).Where(c => c.IsKnownAfterOutcome || c.Role == ColumnRole.IngestTime).ToList();
        if (!events.HasVersions || changing.Count == 0)
        {
            return;
        }

        // A source's name never ends in an underscore or has two in a row, so this one is free.
        var name = historyName + "__versions";
        var alias = history.FreeAlias("newest");
        history.Tables.Add(new SqlCommonTable(
            name, Ranked(events, alias, changing), "later versions of events, the newest known of each event in the first place"));
        var isOriginal = new SqlNullTest(new SqlColumn(alias, Place), IsNegated: false);
        foreach (var column in changing)
        {
            history.Map(0, column.Property, SqlMake.When(isOriginal, history.Column(0, column.Property), new SqlColumn(alias, column.Name)));
        }

        history.Joins.Add(new SqlJoin("LEFT JOIN", new SqlTable(name, alias), EquatableArray.Of(
            SqlMake.Equal(new SqlColumn(alias, events.EventId.Name), history.EventIdColumn),
            SqlMake.Equal(new SqlColumn(alias, Place), SqlMake.Long(1)))));
    }

    private static SqlSelect Ranked(SourceSchema events, string alias, IEnumerable<SourceColumn> changing)
    {
        SqlExpression Of(SourceColumn column) => new SqlColumn(alias, column.Name);
        var ingest = events.Columns.Where(c => c.Role == ColumnRole.IngestTime);
        var greatestFirst = ingest.Concat(events.Columns.Where(c => c.IsKnownAfterOutcome)).Select(c => new SqlOrder(
            c.Type.Enum is { } type ? EnumText.ToRank(Of(c), type) : Of(c), IsDescending: true, IsNullable: c.Type.IsNullable));
        var number = new SqlRowNumber(EquatableArray.Of(Of(events.EventId)), greatestFirst.ToEquatableArray());
        return new SqlSelect
        {
            Outputs = changing.Prepend(events.EventId)
                .Select(c => new SqlOutput(Of(c), c.Name))
                .Append(new SqlOutput(number, Place))
                .ToEquatableArray(),
            From = new SqlTable(SqlDialect.VersionsOf(events), alias),
        };
    }
}
