using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>
/// SQLite 3.35 with the functions the engine registers. Instants and lengths of time are integers of microseconds, dates integers of days.
/// </summary>
internal sealed class SqliteDialect : SqlDialect
{
    public SqliteDialect()
        : base("sqlite")
    {
    }

    // Else the subquery of an as-of join runs once per pair of spine row and event.
    internal override bool MaterializesHistory => true;

    internal override bool ComputesFilteredArguments => false;

    internal override SqlExpression AsOfParameter { get; } = new SqlAtom("$as_of");

    internal override string Identifier(string name) => SqliteText.Name(name);

    internal override string TypeName(ScalarKind kind) => SqliteText.TypeOf(kind);

    internal override SqlExpression InstantLiteral(long microseconds) => SqlMake.Long(microseconds);

    internal override SqlExpression DateLiteral(int days) => SqlMake.Long(days);

    internal override SqlExpression Before(SqlExpression instant, long microseconds) => SqlMake.Subtract(instant, SqlMake.Long(microseconds));

    // "%" has the sign of the dividend.
    internal override SqlExpression FloorTo(SqlExpression instant, long microseconds)
    {
        SqlExpression Remainder(SqlExpression of) => new SqlBinary(SqlPrecedence.Multiplicative, "%", of, SqlMake.Long(microseconds));
        return SqlMake.Subtract(instant, Remainder(SqlMake.Add(Remainder(instant), SqlMake.Long(microseconds))));
    }

    // SQLite is built without pow().
    internal override SqlExpression Decayed(SqlExpression value, SqlExpression halfLives) => SqlCall.Of("decayed", value, halfLives);

    internal override SqlExpression After(SqlExpression instant, long microseconds) => SqlMake.Add(instant, SqlMake.Long(microseconds));

    // "+" overflows into REAL: 64-bit operators are functions, and 32-bit ones are checked after the fact.
    internal override SqlExpression Arithmetic(Binary node, SqlExpression left, SqlExpression right)
    {
        var plain = node.Operator switch
        {
            BinaryOperator.Add => SqlMake.Add(left, right),
            BinaryOperator.Subtract => SqlMake.Subtract(left, right),
            _ => SqlMake.Multiply(left, right),
        };
        return node.Type.Kind switch
        {
            ScalarKind.Int32 => SqlCall.Of("to_int32", plain),
            ScalarKind.Int64 => SqlCall.Of(
                node.Operator switch
                {
                    BinaryOperator.Add => "checked_add",
                    BinaryOperator.Subtract => "checked_subtract",
                    _ => "checked_multiply",
                },
                left,
                right),

            // Two lengths of time that .NET holds cannot overflow 64 bits of microseconds, but they can overflow .NET's ticks.
            ScalarKind.TimeSpan when node.Left.Type.Kind is ScalarKind.TimeSpan => CheckedSpan(plain),
            ScalarKind.DateTime when !ScalarTraversal.StaysInTime(node) => CheckedInstant(plain),
            _ => plain,
        };
    }

    internal override SqlExpression IntegerDivide(ScalarKind kind, SqlExpression left, SqlExpression right)
    {
        var quotient = SqlMake.Divide(left, right);
        return kind switch
        {
            ScalarKind.Int32 => SqlCall.Of("to_int32", quotient),
            ScalarKind.Int64 => SqlCall.Of("checked_divide", left, right),
            _ => quotient,
        };
    }

    // The processor traps on MinValue % -1, so C# throws there; SQLite says 0.
    internal override SqlExpression Remainder(Binary node, SqlExpression left, SqlExpression right)
    {
        var plain = base.Remainder(node, left, right);
        return node.Right is Constant
            ? plain
            : SqlMake.Add(SqlMake.Multiply(SqlMake.Zero, IntegerDivide(node.Type.Kind, left, right)), plain);
    }

    // There is no xor: the bits of either less the bits of both.
    internal override SqlExpression Bitwise(BinaryOperator op, SqlExpression left, SqlExpression right) => op is BinaryOperator.BitXor
        ? SqlMake.Subtract(BitOperator(BinaryOperator.BitOr, left, right), BitOperator(BinaryOperator.BitAnd, left, right))
        : BitOperator(op, left, right);

    internal override SqlExpression Negate(ScalarKind kind, SqlExpression operand) => kind switch
    {
        ScalarKind.Int32 => SqlCall.Of("to_int32", new SqlPrefix(SqlPrecedence.Sign, "-", operand)),
        ScalarKind.Int64 => SqlCall.Of("checked_negate", operand),
        _ => new SqlPrefix(SqlPrecedence.Sign, "-", operand),
    };

    internal override SqlExpression Convert(ScalarKind from, ScalarKind to, SqlExpression operand) => (from, to) switch
    {
        (ScalarKind.Single or ScalarKind.Double, ScalarKind.Int64) => SqlCall.Of("to_int64", operand),
        (ScalarKind.Single or ScalarKind.Double, ScalarKind.Int32) => SqlCall.Of("to_int32", SqlCall.Of("to_int64", operand)),
        (ScalarKind.Int64, ScalarKind.Int32) => SqlCall.Of("to_int32", operand),
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Double) => new SqlCast(operand, "REAL"),
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Single) => SqlCall.Of("to_single", new SqlCast(operand, "REAL")),
        (ScalarKind.Double, ScalarKind.Single) => SqlCall.Of("to_single", operand),
        _ => operand,
    };

    internal override SqlExpression Function(Call node, EquatableArray<SqlExpression> arguments) =>
        SqliteFunctions.Translate(this, node, arguments);

    internal override SqlExpression IsNotDistinct(SqlExpression left, SqlExpression right, bool isNegated) =>
        SqlMake.Compare(left, isNegated ? "IS NOT" : "IS", right);

    // SQLite has no NaN: computing one gives NULL.
    internal override SqlExpression NullIfNaN(SqlExpression operand) => operand;

    internal override SqlExpression Character(char character) => SqlCall.Of("char", SqlMake.Long(character));

    internal override SqlExpression IsFinite(SqlExpression operand) =>
        SqlMake.Compare(SqlCall.Of("abs", operand), "<=", Floating(double.MaxValue));

    internal override SqlExpression Earlier(SqlExpression left, SqlExpression right) => SqlCall.Of("min", left, right);

    internal override SqlExpression Aggregate(AggregateRequest aggregate)
    {
        var argument = aggregate.Argument;
        SqlExpression Of(string function, params SqlExpression[] arguments) => aggregate.Call(function, arguments);
        return aggregate.Kind switch
        {
            AggregateKind.Count => Of("count", SqlMake.Star),
            AggregateKind.Any => SqlMake.Compare(Of("count", SqlMake.Star), ">", SqlMake.Zero),

            // sum() fails where a partial sum overflows 64 bits, though the total might fit.
            AggregateKind.Sum when aggregate.ArgumentType.Kind is ScalarKind.Int64 or ScalarKind.TimeSpan => Of("exact_sum", argument!),
            AggregateKind.Sum when aggregate.ArgumentType.Kind is ScalarKind.Vector => Of("vector_sum", argument!),
            AggregateKind.Average when aggregate.ArgumentType.Kind is ScalarKind.Vector => Of("vector_average", argument!),
            AggregateKind.Sum => Of("sum", argument!),
            AggregateKind.Average when aggregate.ArgumentType.IsInteger => Of("exact_average", argument!),
            AggregateKind.Average => Of("avg", argument!),
            AggregateKind.Min => Of("min", argument!),
            AggregateKind.Max => Of("max", argument!),
            AggregateKind.CountDistinct => new SqlCall("count", EquatableArray.Of(argument!), IsDistinct: true, aggregate.Filter),
            AggregateKind.Mode => Of("mode", argument!),
            AggregateKind.Variance => Of("var_samp", argument!),
            AggregateKind.StandardDeviation => Of("stddev_samp", argument!),
            AggregateKind.PopulationVariance => Of("var_pop", argument!),
            AggregateKind.PopulationStandardDeviation => Of("stddev_pop", argument!),
            AggregateKind.Percentile => Of("percentile", argument!, Literal(aggregate.Parameters[0])),
            AggregateKind.DecayedSum => Of("sum", argument!),
            AggregateKind.Latest => Of("latest", [argument!, .. aggregate.Order]),
            AggregateKind.First => Of("first", [argument!, .. aggregate.Order]),
            AggregateKind.FirstK => Of("first_k", [argument!, aggregate.ListLength, .. aggregate.Order]),
            AggregateKind.LatestK => Of("latest_k", [argument!, aggregate.ListLength, .. aggregate.Order]),
            AggregateKind.TopK => Of("top_k", argument!, aggregate.ListLength),
            AggregateKind.CountBy => Of("count_by", argument!),
            AggregateKind.SumBy => Of("sum_by", argument!, aggregate.Amount!),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate), aggregate.Kind, "No such aggregate."),
        };
    }

    internal override SqlExpression Finish(Aggregate aggregate, SqlExpression value) => (aggregate.Kind, aggregate.Type.Kind) switch
    {
        (AggregateKind.Sum, ScalarKind.Int32) => SqlCall.Of("to_int32", value),
        (AggregateKind.Sum, ScalarKind.Int64) => SqlCall.Of("to_int64", value),
        (AggregateKind.Sum, ScalarKind.TimeSpan) => CheckedSpan(SqlCall.Of("to_int64", value)),
        _ => value,
    };

    internal override SqlExpression ZeroVector(int length) => SqlCall.Of("zero_vector", SqlMake.Long(length));

    /// <summary>An index seek per row: the subquery finds the greatest row that was valid and known.</summary>
    // Each float as it is stored: big-endian, the sign bit of what is not negative set.
    internal override SqlExpression UnitVector(int length, int place) =>
        new SqlAtom("X'" + string.Concat(Enumerable.Range(0, length).Select(i => i == place ? "BF800000" : "80000000")) + "'");

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

        var greatest = new SqlSelect
        {
            Outputs = EquatableArray.Of(new SqlOutput(new SqlColumn(inner, "rowid"), "rowid")),
            From = new SqlTable(dimension.Name, inner),
            Where = conditions.ToEquatableArray(),
            OrderBy = join.GreatestFirst(inner, withValidFrom: true),
            Limit = 1,
        };
        history.Joins.Add(new SqlJoin(
            join.Join.IsOuter ? "LEFT JOIN" : "JOIN",
            new SqlTable(dimension.Name, join.Alias),
            EquatableArray.Of(SqlMake.Equal(new SqlColumn(join.Alias, "rowid"), new SqlScalarQuery(greatest)))));
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
            $"CREATE INDEX IF NOT EXISTS {Identifier(name)} ON {Identifier(view.Events.Name)} ({string.Join(", ", columns.Select(Identifier))})");
    }
}
