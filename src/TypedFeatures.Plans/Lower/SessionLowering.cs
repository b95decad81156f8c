using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>
/// Finds where sessions begin. Two stages between the visible rows and their grouping: each row with the event time of the next one (of the last with the
/// as-of instant), then for each gap the greatest event time that is farther than that from its next. The rows after it are the session: none, where the last
/// row itself is too far from the as-of instant.
/// </summary>
internal sealed class SessionLowering
{
    private readonly SqlDialect dialect;
    private readonly List<string> taken;
    private readonly string next;
    private readonly List<(long Gap, string Column)> ends = [];

    private SessionLowering(OnlinePlan plan, SqlDialect dialect, IEnumerable<string> rowColumns)
    {
        this.dialect = dialect;
        taken = [.. rowColumns];
        next = FreeName("next_time");
        foreach (var gap in plan.Windows.Select(w => w.Gap).OfType<long>().Distinct())
        {
            ends.Add((gap, FreeName("before_session")));
        }
    }

    /// <summary>The sessions of a view; null where it has none.</summary>
    /// <param name="plan">The view.</param>
    /// <param name="dialect">The engine.</param>
    /// <param name="rowColumns">The columns of the visible rows.</param>
    public static SessionLowering? Of(OnlinePlan plan, SqlDialect dialect, IEnumerable<string> rowColumns) =>
        plan.Windows.Any(w => w.Gap is not null) ? new SessionLowering(plan, dialect, rowColumns) : null;

    /// <summary>Whether a row <c>h</c> belongs to the session of a gap.</summary>
    public SqlExpression IsInSession(long gap)
    {
        var end = new SqlColumn("h", ColumnOf(gap));
        return SqlMake.Or(new SqlNullTest(end, IsNegated: false), SqlMake.Compare(EventTime, ">", end));
    }

    /// <summary>The two stages; the second holds the rows to group.</summary>
    /// <param name="visible">The query of the visible rows, their columns under names of their own.</param>
    /// <param name="partition">The columns of the visible rows that tell apart who looks: a spine row, an entity.</param>
    /// <param name="asOf">The as-of instant of a visible row <c>h</c>.</param>
    /// <param name="visibleName">The name of the first stage.</param>
    /// <param name="sessionsName">The name of the second stage.</param>
    public IEnumerable<SqlCommonTable> Stages(SqlSelect visible, IEnumerable<string> partition, SqlExpression asOf, string visibleName, string sessionsName)
    {
        // Of the first stage the aliases cannot be used within it.
        var keys = partition.ToList();
        var sources = visible.Outputs.ToDictionary(o => o.Name, o => o.Value);
        var time = sources[HistoryLowering.EventTime];
        var lead = dialect.Next(time, keys.Select(k => sources[k]).ToEquatableArray(), EquatableArray.Of(new SqlOrder(time)));
        yield return new SqlCommonTable(
            visibleName,
            visible with { Outputs = visible.Outputs.Append(new SqlOutput(lead, next)).ToEquatableArray() },
            "each row that can be seen, with the time of the next");

        var partitionBy = keys.Select(k => (SqlExpression)new SqlColumn("h", k)).ToEquatableArray();
        var following = SqlMake.Coalesce(new SqlColumn("h", next), asOf);
        var gaps = ends.Select(end => new SqlOutput(
            new SqlOver(
                SqlCall.Of("max", SqlMake.When(SqlMake.Compare(EventTime, "<", dialect.Before(following, end.Gap)), EventTime)),
                partitionBy,
                EquatableArray.Of<SqlOrder>()),
            end.Column));
        yield return new SqlCommonTable(
            sessionsName,
            new SqlSelect
            {
                Outputs = visible.Outputs.Select(o => new SqlOutput(new SqlColumn("h", o.Name), o.Name)).Concat(gaps).ToEquatableArray(),
                From = new SqlTable(visibleName, "h"),
            },
            "the last row before the session, for each gap that ends one");
    }

    private static SqlColumn EventTime => new("h", HistoryLowering.EventTime);

    private string ColumnOf(long gap) => ends.First(e => e.Gap == gap).Column;

    private string FreeName(string wanted)
    {
        var name = wanted;
        for (var i = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); i++)
        {
            name = wanted + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        taken.Add(name);
        return name;
    }
}
