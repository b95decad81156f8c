using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>DuckDB's two ways to join a dimension as of each row.</summary>
internal static class DuckDbAsOfJoin
{
    /// <summary>
    /// ASOF JOIN, which takes any of equal rows: ties are resolved before it. It knows one inequality, so it serves dimensions
    /// whose rows count as known from their valid-from on.
    /// </summary>
    public static void Native(SqlDialect dialect, HistoryBuilder history, AsOfJoinRequest join)
    {
        var dimension = join.Dimension;
        var name = history.Names.Free(dimension.Name + "_history");
        var keys = dimension.Keys.Append(dimension.Time).ToList();
        var columns = keys.Concat(history.Needed(join.Source).Where(c => !keys.Contains(c)));
        history.Tables.Add(new SqlCommonTable(name, new SqlSelect
        {
            Outputs = columns.Select(c => new SqlOutput(new SqlColumn(join.Alias, c.Name), c.Name)).ToEquatableArray(),
            From = new SqlTable(dimension.Name, join.Alias),
            Qualify = SqlMake.Equal(
                new SqlRowNumber(
                    keys.Select(c => (SqlExpression)new SqlColumn(join.Alias, c.Name)).ToEquatableArray(),
                    join.GreatestFirst(join.Alias, withValidFrom: false)),
                SqlMake.Long(1)),
        }, "one row per key and instant: of changes at the same instant the greatest counts"));
        history.Joins.Add(new SqlJoin(
            join.Join.IsOuter ? "ASOF LEFT JOIN" : "ASOF JOIN",
            new SqlTable(name, join.Alias),
            join.KeysMatch(join.Alias)
                .Append(SqlMake.Compare(join.Limit(dialect), ">=", new SqlColumn(join.Alias, dimension.Time.Name)))
                .ToEquatableArray()));
        history.Map(join.Source, join.Alias);
    }

    /// <summary>A join to every row that was valid and known, of which the greatest stays: two inequalities are one too many for ASOF.</summary>
    public static void AmongKnown(HistoryBuilder history, AsOfJoinRequest join)
    {
        var dimension = join.Dimension;
        var known = join.KnownTime ?? join.EventTime;
        history.Joins.Add(new SqlJoin(
            join.Join.IsOuter ? "LEFT JOIN" : "JOIN",
            new SqlTable(dimension.Name, join.Alias),
            join.KeysMatch(join.Alias)
                .Append(SqlMake.Compare(new SqlColumn(join.Alias, dimension.Time.Name), "<=", join.EventTime))
                .Append(SqlMake.Compare(new SqlColumn(join.Alias, dimension.IngestTime!.Name), "<=", known))
                .ToEquatableArray()));
        history.Map(join.Source, join.Alias);
        var id = history.EventIdColumn;
        history.Stage(
            "each row with the greatest " + dimension.Name + " row that was valid and known by then",
            SqlMake.Equal(
                new SqlRowNumber(EquatableArray.Of(id), join.GreatestFirst(join.Alias, withValidFrom: true)),
                SqlMake.Long(1)));
    }
}
