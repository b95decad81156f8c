using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>PostgreSQL 15 with the functions of <see cref="PostgresStorageFunctions"/>.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    public PostgresDialect()
        : base("postgres")
    {
    }

    internal static SqlExpression NaN { get; } = new SqlAtom("'NaN'::double precision");

    // Else the planner may join the spine first and seek a dimension once per pair of spine row and event.
    internal override bool MaterializesHistory => true;

    // An aggregate looks at its FILTER before it computes its arguments.
    internal override bool ComputesFilteredArguments => false;

    internal override SqlExpression AsOfParameter { get; } = new SqlAtom(PostgresStorage.AsOfParameter);

    // A parameter is a constant to the planner, a query is not.
    internal override SqlExpression NotFolded(SqlExpression constant) => new SqlGrouped(new SqlPrefix(SqlPrecedence.Or, "SELECT", constant));

    internal override string Identifier(string name) => PostgresText.Name(name);

    internal override string TableName(string name) => PostgresText.Name(PostgresStorage.TableOf(name));

    internal override string TypeName(ScalarKind kind) => PostgresText.TypeOf(kind);

    internal override SqlExpression InstantLiteral(long microseconds) => new SqlAtom("TIMESTAMP '" + DateTimeText.Instant(microseconds) + "'");

    internal override SqlExpression DateLiteral(int days) => new SqlAtom("DATE '" + DateTimeText.Date(days) + "'");

    // Without a type of its own a literal with an exponent is a numeric, and so would be what is computed of literals alone.
    internal override SqlExpression FloatingLiteral(ScalarKind kind, double value) =>
        new SqlAtom(((SqlAtom)Floating(value)).Text + "::" + TypeName(kind));

    // A small literal is an integer, and the sign is an operator: −2147483648 would be a bigint, and −9223372036854775808::bigint out of range.
    internal override SqlExpression IntegerLiteral(ScalarKind kind, long value)
    {
        var digits = ((SqlAtom)SqlMake.Long(value)).Text;
        return kind is ScalarKind.Int32 && value != int.MinValue ? SqlMake.Long(value)
            : new SqlAtom((value < 0 ? "'" + digits + "'" : digits) + "::" + TypeName(kind));
    }

    internal override SqlExpression Before(SqlExpression instant, long microseconds) => SqlMake.Subtract(instant, PostgresInterval.Of(microseconds));

    internal override SqlExpression FloorTo(SqlExpression instant, long microseconds) =>
        SqlCall.Of("floor_to", instant, IntegerLiteral(ScalarKind.Int64, microseconds));

    // power() fails where C# gives zero or an infinity.
    internal override SqlExpression Decayed(SqlExpression value, SqlExpression halfLives) => SqlCall.Of("decayed", value, halfLives);

    internal override SqlExpression After(SqlExpression instant, long microseconds) => SqlMake.Add(instant, PostgresInterval.Of(microseconds));

    // Integers fail on overflow by themselves. Doubles do, too, on overflow and on underflow, so theirs are functions.
    internal override SqlExpression Arithmetic(Binary node, SqlExpression left, SqlExpression right)
    {
        var isAdd = node.Operator is BinaryOperator.Add;
        return (node.Left.Type.Kind, node.Right.Type.Kind) switch
        {
            (ScalarKind.DateTime, ScalarKind.DateTime) => SqlCall.Of("microseconds_between", right, left),
            (ScalarKind.DateTime, _) => SqlCall.Of("add_microseconds", left, isAdd ? right : new SqlPrefix(SqlPrecedence.Sign, "-", right)),

            // Two lengths of time that .NET holds cannot overflow 64 bits of microseconds, but they can overflow .NET's ticks.
            (ScalarKind.TimeSpan, ScalarKind.TimeSpan) => CheckedSpan(isAdd ? SqlMake.Add(left, right) : SqlMake.Subtract(left, right)),
            _ when node.Type.IsFloating => node.Operator is BinaryOperator.Multiply
                ? Ieee("ieee_multiply", left, right)
                : Ieee("ieee_add", left, isAdd ? right : new SqlPrefix(SqlPrecedence.Sign, "-", right)),
            _ => node.Operator is BinaryOperator.Multiply ? SqlMake.Multiply(left, right)
                : isAdd ? SqlMake.Add(left, right)
                : SqlMake.Subtract(left, right),
        };
    }

    internal override SqlExpression Divide(SqlExpression left, SqlExpression right) => Ieee("ieee_divide", left, right);

    internal override SqlExpression IntegerDivide(ScalarKind kind, SqlExpression left, SqlExpression right) => SqlMake.Divide(left, right);

    // The processor traps on MinValue % -1, so C# throws there; PostgreSQL says 0.
    internal override SqlExpression Remainder(Binary node, SqlExpression left, SqlExpression right)
    {
        var plain = base.Remainder(node, left, right);
        return node.Right is Constant
            ? plain
            : SqlMake.Add(SqlMake.Multiply(SqlMake.Zero, IntegerDivide(node.Type.Kind, left, right)), plain);
    }

    internal override SqlExpression Bitwise(BinaryOperator op, SqlExpression left, SqlExpression right) =>
        op is BinaryOperator.BitXor ? SqlMake.Compare(left, "#", right) : BitOperator(op, left, right);

    internal override SqlExpression Negate(ScalarKind kind, SqlExpression operand) => new SqlPrefix(SqlPrecedence.Sign, "-", operand);

    // CAST rounds, C# truncates. To float it fails where C# gives an infinity or zero.
    internal override SqlExpression Convert(ScalarKind from, ScalarKind to, SqlExpression operand) => (from, to) switch
    {
        _ when from == to => operand,
        (ScalarKind.Single or ScalarKind.Double, ScalarKind.Int32 or ScalarKind.Int64) => new SqlCast(SqlCall.Of("trunc", operand), TypeName(to)),
        (ScalarKind.Double, ScalarKind.Single) => SqlCall.Of("to_single", operand),
        _ => new SqlCast(operand, TypeName(to)),
    };

    internal override SqlExpression Computed(ScalarType type, SqlExpression value) =>
        PostgresText.IsText(type.Kind) && value is not SqlColumn ? InCodePointOrder(value) : value;

    internal override SqlExpression Function(Call node, EquatableArray<SqlExpression> arguments) =>
        PostgresFunctions.Translate(this, node, arguments);

    internal override SqlExpression IsNotDistinct(SqlExpression left, SqlExpression right, bool isNegated) =>
        SqlMake.Compare(left, isNegated ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM", right);

    // NaN equals itself here.
    internal override SqlExpression NullIfNaN(SqlExpression operand) => SqlCall.Of("nullif", operand, NaN);

    // NaN is greater than all numbers.
    internal override SqlExpression IsFinite(SqlExpression operand) =>
        SqlMake.Compare(SqlCall.Of("abs", operand), "<=", Floating(double.MaxValue));

    internal override SqlExpression Earlier(SqlExpression left, SqlExpression right) => SqlCall.Of("least", left, right);

    // What a function makes has the database's collation, which nothing else here has.
    internal override SqlExpression Character(char character) => InCodePointOrder(SqlCall.Of("chr", SqlMake.Long(character)));

    internal override SqlExpression Aggregate(AggregateRequest aggregate) => PostgresAggregates.Of(this, aggregate);

    // sum(bigint) is a numeric: only a total that does not fit fails.
    internal override SqlExpression Finish(Aggregate aggregate, SqlExpression value) => (aggregate.Kind, aggregate.Type.Kind) switch
    {
        (AggregateKind.Sum, ScalarKind.Vector) => value,
        (AggregateKind.Sum, ScalarKind.TimeSpan) => CheckedSpan(new SqlCast(value, "bigint")),
        (AggregateKind.Sum, _) when !aggregate.Type.IsFloating => new SqlCast(value, TypeName(aggregate.Type.Kind)),
        (AggregateKind.SumBy, _) when !aggregate.Type.Element!.IsFloating => SqlCall.Of("checked_totals", value),
        _ => value,
    };

    internal override SqlExpression ZeroVector(int length) =>
        SqlCall.Of("array_fill", FloatingLiteral(ScalarKind.Double, 0), new SqlArray(EquatableArray.Of<SqlExpression>(SqlMake.Long(length))));

    /// <summary>An index seek per row: the greatest row that was valid and known.</summary>
    internal override SqlExpression UnitVector(int length, int place) => new SqlCast(new SqlAtom("'{" + UnitNumbers(length, place) + "}'"), "real[]");

    internal override void JoinAsOf(HistoryBuilder history, AsOfJoinRequest join)
    {
        var dimension = join.Dimension;
        var inner = join.Alias + "_then";
        var conditions = join.KeysMatch(inner).ToList();
        conditions.Add(SqlMake.Compare(new SqlColumn(inner, dimension.Time.Name), "<=", join.Limit(this)));
        if (join.ChecksIngestTime)
        {
            conditions.Add(SqlMake.Compare(new SqlColumn(inner, dimension.IngestTime!.Name), "<=", join.KnownTime ?? join.EventTime));
        }

        var outputs = history.Needed(join.Source).DefaultIfEmpty(dimension.Time);
        var greatest = new SqlSelect
        {
            Outputs = outputs.Select(c => new SqlOutput(new SqlColumn(inner, c.Name), c.Name)).ToEquatableArray(),
            From = new SqlTable(dimension.Name, inner),
            Where = conditions.ToEquatableArray(),
            OrderBy = join.GreatestFirst(inner, withValidFrom: true),
            Limit = 1,
        };
        history.Joins.Add(new SqlJoin(
            join.Join.IsOuter ? "LEFT JOIN LATERAL" : "JOIN LATERAL",
            new SqlTable(dimension.Name, join.Alias) { Query = greatest },
            EquatableArray.Of(SqlMake.True)));
        history.Map(join.Source, join.Alias);
    }

    /// <summary>An index on key and event time, where the key is made of plain columns.</summary>
    internal override EquatableArray<string> Setup(ViewPlan view)
    {
        if (!view.Events.HasEventIds || !view.Branches.IsEmpty)
        {
            // The table of a feature table has such an index already, and a merged stream has no table.
            return EquatableArray.Of<string>();
        }

        var columns = new List<string>();
        foreach (var key in view.Keys)
        {
            var value = key.Value is Unary { Operator: UnaryOperator.Value } unwrapped ? unwrapped.Operand : key.Value;
            if (value is not ColumnOf { Source: 0 } column)
            {
                return EquatableArray.Of<string>();
            }

            columns.Add(view.Events.Column(column.Property).Name);
        }

        var name = view.Events.Name + "_by_" + string.Join("_", columns);
        columns.Add(view.Events.Time.Name);
        return EquatableArray.Of(
            $"CREATE INDEX IF NOT EXISTS {Identifier(name)} ON {TableName(view.Events.Name)} ({string.Join(", ", columns.Select(Identifier))})");
    }

    internal static SqlExpression InCodePointOrder(SqlExpression text) => new SqlCollated(text, "C");

    /// <summary>
    /// The call of an operator on doubles. What is inlined looks at its operands several times; an operand that is computed goes to the function that
    /// computes it once (measured on a million rows: inlined 0.15 s, the other 0.9 s, a function that cannot be inlined because of its arguments 7 s).
    /// </summary>
    internal static SqlExpression Ieee(string function, SqlExpression left, SqlExpression right) =>
        SqlCall.Of(IsPlain(left) && IsPlain(right) ? function : function + "_computed", left, right);

    private static bool IsPlain(SqlExpression operand) => operand switch
    {
        SqlColumn or SqlAtom => true,
        SqlPrefix { Operator: "-" } prefix => IsPlain(prefix.Operand),
        SqlCast cast => IsPlain(cast.Operand),
        _ => false,
    };
}
