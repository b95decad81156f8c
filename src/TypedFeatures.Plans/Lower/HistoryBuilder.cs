using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>An as-of join to add, with everything a dialect needs to choose how.</summary>
/// <param name="Source">The dimension's source number, from 1.</param>
/// <param name="Join">What is joined.</param>
/// <param name="Alias">The dimension's alias.</param>
/// <param name="Keys">The left side's values of the dimension's keys.</param>
/// <param name="EventTime">The left row's event time.</param>
/// <param name="KnownTime">When the left row was known; null where that is its event time, or all is taken as known.</param>
/// <param name="ChecksIngestTime">Whether a dimension row must have been ingested when the left row was known.</param>
internal sealed record AsOfJoinRequest(
    int Source,
    AsOfJoin Join,
    string Alias,
    EquatableArray<SqlExpression> Keys,
    SqlExpression EventTime,
    SqlExpression? KnownTime,
    bool ChecksIngestTime)
{
    /// <summary>The dimension.</summary>
    public SourceSchema Dimension => Join.Dimension;

    /// <summary>The dimension row's value of a property.</summary>
    public SqlExpression Of(string alias, SourceColumn column) => new SqlColumn(alias, column.Name);

    /// <summary>Equality of all keys.</summary>
    public IEnumerable<SqlExpression> KeysMatch(string alias) =>
        Dimension.Keys.Zip(Keys, (column, key) => SqlMake.Equal(new SqlColumn(alias, column.Name), key));

    /// <summary>The latest instant at which the dimension row may begin to hold: the event time, and where the dimension does not say
    /// when it was known, not after the event was known.</summary>
    public SqlExpression Limit(SqlDialect dialect) => ChecksIngestTime || KnownTime is null ? EventTime : dialect.Earlier(EventTime, KnownTime);

    /// <summary>The greatest row first: valid-from (unless all are equal in it), ingest time, then the columns as declared.</summary>
    public EquatableArray<SqlOrder> GreatestFirst(string alias, bool withValidFrom)
    {
        var ordered = new List<SourceColumn>();
        ordered.AddRange(withValidFrom ? [Dimension.Time] : []);
        ordered.AddRange(Dimension.IngestTime is { } ingest ? [ingest] : []);
        ordered.AddRange(Dimension.TieBreakers);
        return Descending(alias, ordered);
    }

    /// <summary>The greatest first.</summary>
    public static EquatableArray<SqlOrder> Descending(string alias, IEnumerable<SourceColumn> columns) => columns.Select(c => new SqlOrder(
        c.Type.Enum is { } type ? EnumText.ToRank(new SqlColumn(alias, c.Name), type) : new SqlColumn(alias, c.Name),
        IsDescending: true,
        IsNullable: c.Type.IsNullable)).ToEquatableArray();
}

/// <summary>The query under construction that yields a view's rows: the events joined to their dimensions.</summary>
internal sealed class HistoryBuilder
{
    private readonly Dictionary<(int Source, string Property), SqlExpression> columns = [];
    private readonly HashSet<(int Source, string Property)> needed;
    private readonly ViewPlan view;
    private int stages;

    public HistoryBuilder(ViewPlan view, HashSet<(int Source, string Property)> needed, QueryNames names)
    {
        this.view = view;
        Names = names;
        this.needed = needed;
        From = new SqlTable(view.Events.Name, AliasOf(view.Events.Name, []));
        Map(0, From.Alias);
    }

    /// <summary>The names of its named queries.</summary>
    public QueryNames Names { get; }

    /// <summary>Named queries to come before.</summary>
    public List<SqlCommonTable> Tables { get; } = [];

    /// <summary>What the query reads.</summary>
    public SqlTable From { get; private set; }

    /// <summary>What it joins so far.</summary>
    public List<SqlJoin> Joins { get; } = [];

    /// <summary>Which of its rows stay: those whose inner joins found a row that still holds.</summary>
    public List<SqlExpression> Conditions { get; } = [];

    /// <summary>The columns of a source that the view uses.</summary>
    public IEnumerable<SourceColumn> Needed(int source) =>
        view.Source(source).Columns.Where(c => needed.Contains((source, c.Property)));

    /// <summary>The SQL of a column at this point.</summary>
    public SqlExpression Column(int source, string property) => columns[(source, property)];

    /// <summary>The SQL of the event id at this point.</summary>
    public SqlExpression EventIdColumn => Column(0, view.Events.EventId.Property);

    /// <summary>A free alias for a table: its first letter, or a few more.</summary>
    public string FreeAlias(string table) => AliasOf(table, Joins.Select(j => j.Table.Alias).Append(From.Alias));

    /// <summary>Says where the columns of a source are to be found from now on.</summary>
    public void Map(int source, string alias)
    {
        foreach (var column in view.Source(source).Columns)
        {
            columns[(source, column.Property)] = new SqlColumn(alias, column.Name);
        }
    }

    /// <summary>Says what a column is from now on.</summary>
    public void Map(int source, string property, SqlExpression value) => columns[(source, property)] = value;

    /// <summary>
    /// Of the rows of a source without event ids that are alike in key and times keeps the greatest. They become known together, so that the others
    /// are never the latest; without them times alone order the rows of an entity.
    /// </summary>
    public void KeepGreatest()
    {
        var source = view.Events;
        var alias = From.Alias;
        var times = new[] { source.Time, source.IngestTime }.OfType<SourceColumn>().ToList();
        var rank = Free("place", source.Columns.Select(c => c.Name));
        var name = Names.Free("ranked_rows");
        var tieBreakers = source.TieBreakers.Any() ? source.TieBreakers : times;
        var place = new SqlRowNumber(
            source.Keys.Concat(times).Select(c => (SqlExpression)new SqlColumn(alias, c.Name)).ToEquatableArray(),
            AsOfJoinRequest.Descending(alias, tieBreakers));
        Tables.Add(new SqlCommonTable(name, new SqlSelect
        {
            Outputs = Needed(0).Select(c => new SqlOutput(new SqlColumn(alias, c.Name), c.Name)).Append(new SqlOutput(place, rank)).ToEquatableArray(),
            From = From,
        }, "of rows alike in key and times the greatest comes first"));
        From = new SqlTable(name, alias);
        Conditions.Add(SqlMake.Equal(new SqlColumn(alias, rank), SqlMake.Long(1)));

        static string Free(string name, IEnumerable<string> taken)
        {
            var used = taken.ToList();
            while (used.Contains(name))
            {
                name += "_";
            }

            return name;
        }
    }

    /// <summary>
    /// Takes back the match of a join whose dimension row has ended or is a tombstone. It comes after the join: the greatest row is found first,
    /// so that one that has ended hides the rows below it.
    /// </summary>
    public void Close(int source, bool isOuter)
    {
        var dimension = view.Source(source);
        var holds = new List<SqlExpression>();
        if (dimension.Tombstone is { } tombstone)
        {
            holds.Add(SqlMake.Not(Column(source, tombstone.Property)));
        }

        if (dimension.ValidTo is { } validTo)
        {
            var end = Column(source, validTo.Property);
            var isBefore = SqlMake.Compare(Column(0, view.Events.Time.Property), "<", end);
            holds.Add(validTo.Type.IsNullable ? SqlMake.Or(new SqlNullTest(end, IsNegated: false), isBefore) : isBefore);
        }

        if (SqlMake.All(holds) is not { } condition)
        {
            return;
        }

        if (!isOuter)
        {
            Conditions.Add(condition);
            return;
        }

        foreach (var column in dimension.Columns)
        {
            columns[(source, column.Property)] = SqlMake.When(condition, Column(source, column.Property));
        }
    }

    /// <summary>Wraps what there is into a named query with a condition on window functions, and goes on from there.</summary>
    public void Stage(string comment, SqlExpression qualify) => Stage(comment, [], qualify);

    /// <summary>Wraps what there is into a named query with further columns, and goes on from there.</summary>
    /// <returns>The further columns as they are called from now on.</returns>
    public IReadOnlyList<SqlExpression> Stage(string comment, IReadOnlyList<SqlExpression> further) => Stage(comment, further, null);

    private List<SqlExpression> Stage(string comment, IReadOnlyList<SqlExpression> further, SqlExpression? qualify)
    {
        var outputs = new List<SqlOutput>();
        var name = Names.Free("joined_" + (++stages));
        var alias = AliasOf("joined", []);
        foreach (var (source, property) in columns.Keys.Where(needed.Contains).ToList())
        {
            var output = view.Source(source).Name + "_" + view.Source(source).Column(property).Name + (source == 0 ? "" : "_" + source);
            outputs.Add(new SqlOutput(columns[(source, property)], output));
            columns[(source, property)] = new SqlColumn(alias, output);
        }

        var added = new List<SqlExpression>();
        foreach (var value in further)
        {
            var output = "asked_" + (added.Count + 1);
            while (outputs.Any(o => string.Equals(o.Name, output, StringComparison.OrdinalIgnoreCase)))
            {
                output += "_";
            }

            outputs.Add(new SqlOutput(value, output));
            added.Add(new SqlColumn(alias, output));
        }

        Tables.Add(new SqlCommonTable(name, new SqlSelect
        {
            Outputs = outputs.ToEquatableArray(),
            From = From,
            Joins = Joins.ToEquatableArray(),
            Where = Conditions.ToEquatableArray(),
            Qualify = qualify,
        }, comment));
        From = new SqlTable(name, alias);
        Joins.Clear();
        Conditions.Clear();
        return added;
    }

    /// <summary>A free alias for a table: its first letter, or a few more.</summary>
    public static string AliasOf(string table, IEnumerable<string> taken)
    {
        var used = taken.ToList();
        var letter = char.IsLetter(table[0]) ? table.Substring(0, 1).ToLowerInvariant() : "t";
        var alias = letter;
        for (var i = 2; used.Contains(alias); i++)
        {
            alias = letter + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return alias;
    }
}
