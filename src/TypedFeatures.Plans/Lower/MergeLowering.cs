using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Lowers the streams of a merged one to a named query, which stands where a table of events would.</summary>
internal sealed class MergeLowering(ViewPlan view, SqlDialect dialect)
{
    /// <summary>How many digits a 64-bit number may have.</summary>
    private const int Digits = 19;

    /// <summary>The named query.</summary>
    /// <param name="needed">Which properties of the merged stream are read.</param>
    public SqlCommonTable Lower(Func<string, bool> needed)
    {
        var columns = view.Events.Columns.Where(c => needed(c.Property)).ToList();
        var branches = view.Branches.Select((b, i) => Branch(b, i, columns)).ToList();
        return new SqlCommonTable(
            view.Events.Name,
            branches[0] with { UnionAll = branches.Skip(1).ToEquatableArray() },
            "the rows of all streams in their common shape");
    }

    private SqlSelect Branch(MergeBranch branch, int position, IReadOnlyList<SourceColumn> columns)
    {
        var source = branch.Source;
        var alias = HistoryBuilder.AliasOf(source.Name, []);
        SqlExpression Column(SourceColumn column) => new SqlColumn(alias, column.Name);
        var scalars = new ScalarTranslator(dialect, leaf => leaf is ColumnOf column
            ? Column(source.Column(column.Property))
            : throw new ArgumentException($"{leaf.GetType().Name} has no meaning on a row of a merged stream."));
        var values = view.Events.Columns.Where(c => c.Role is ColumnRole.Value).Zip(branch.Values, (column, value) => (column, value))
            .ToDictionary(v => v.column.Property, v => v.value);
        SqlExpression Output(SourceColumn column) => column.Role switch
        {
            ColumnRole.EventTime => Column(source.Time),
            ColumnRole.IngestTime => Column(source.IngestTime ?? source.Time),
            ColumnRole.EventId => EventId(Column(source.EventId), source.EventId.Type.Kind, position),

            // A literal or a null alone would have a type of the engine's choosing, and the union with it.
            _ when values[column.Property] is ColumnOf plain => scalars.Value(plain),
            _ => new SqlCast(scalars.Value(values[column.Property]), dialect.TypeName(column.Type.Kind)),
        };
        return new SqlSelect
        {
            Outputs = columns.Select(c => new SqlOutput(dialect.Computed(c.Type, Output(c)), c.Name)).ToEquatableArray(),
            From = new SqlTable(source.Name, alias),
            Where = branch.Filter is { } filter ? HistoryLowering.Conjuncts(filter).Select(scalars.Condition).ToEquatableArray() : default,
        };
    }

    /// <summary>
    /// A text that differs between streams and orders as the stream's place, then its id: a letter, then the id, a number as digits that order as it does.
    /// </summary>
    private SqlExpression EventId(SqlExpression id, ScalarKind kind, int position)
    {
        var place = ((char)('a' + position)).ToString();
        if (kind is not (ScalarKind.Int32 or ScalarKind.Int64))
        {
            return SqlMake.Concat(SqlDialect.Text(place), id);
        }

        // Negative numbers count up from the least plus one, which fits; the least itself becomes "-1", and a minus comes before all digits. Of other numbers it
        // would not fit, and an optimizer may compute what a branch has twice before the branch.
        var number = dialect.Convert(kind, ScalarKind.Int64, id);
        var negative = SqlMake.When(SqlMake.Compare(id, "<", SqlMake.Zero), number, SqlMake.Null);
        var fromLeast = SqlMake.Add(negative, SqlMake.Long(long.MaxValue));
        return SqlMake.When(
            SqlMake.Compare(id, ">=", SqlMake.Zero),
            SqlMake.Concat(SqlDialect.Text(place + "1"), Padded(number)),
            SqlMake.Concat(SqlDialect.Text(place + "0"), Padded(fromLeast)));
    }

    private SqlExpression Padded(SqlExpression number)
    {
        var text = new SqlCast(number, dialect.TypeName(ScalarKind.String));
        return SqlCall.Of(
            "substr",
            SqlMake.Concat(SqlDialect.Text(new string('0', Digits)), text),
            SqlMake.Add(SqlCall.Of("length", text), SqlMake.Long(1)));
    }
}
