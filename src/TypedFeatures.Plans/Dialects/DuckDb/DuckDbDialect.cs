using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>DuckDB 1.5.</summary>
internal sealed class DuckDbDialect : SqlDialect
{
    public DuckDbDialect()
        : base("duckdb")
    {
    }

    internal override bool HasSmallLiterals => true;

    internal override bool MaterializesHistory => false;

    // The projection below a hash aggregate computes arguments before the filter drops rows.
    internal override bool ComputesFilteredArguments => true;

    // An untyped parameter in "$as_of - INTERVAL …" is ambiguous.
    internal override SqlExpression AsOfParameter { get; } = new SqlCast(new SqlAtom("$as_of"), "TIMESTAMP");

    internal override string Identifier(string name) => DuckDbText.Name(name);

    internal override string TypeName(ScalarKind kind) => DuckDbText.TypeOf(kind);

    internal override SqlExpression InstantLiteral(long microseconds) =>
        new SqlAtom("TIMESTAMP '" + DateTimeText.Instant(microseconds) + "'");

    internal override SqlExpression DateLiteral(int days) => new SqlAtom("DATE '" + DateTimeText.Date(days) + "'");

    internal override SqlExpression Before(SqlExpression instant, long microseconds) =>
        SqlMake.Subtract(instant, Interval(microseconds));

    internal override SqlExpression FloorTo(SqlExpression instant, long microseconds)
    {
        SqlExpression Remainder(SqlExpression of) => new SqlBinary(SqlPrecedence.Multiplicative, "%", of, SqlMake.Long(microseconds));
        var since = SqlCall.Of("epoch_us", instant);
        return SqlCall.Of(
            "make_timestamp",
            SqlMake.Subtract(since, Remainder(SqlMake.Add(Remainder(since), SqlMake.Long(microseconds)))));
    }

    internal override SqlExpression After(SqlExpression instant, long microseconds) =>
        SqlMake.Add(instant, Interval(microseconds));

    internal override SqlExpression Arithmetic(Binary node, SqlExpression left, SqlExpression right)
    {
        var isAdd = node.Operator is BinaryOperator.Add;
        return (node.Left.Type.Kind, node.Right.Type.Kind) switch
        {
            (ScalarKind.DateTime, ScalarKind.DateTime) => SqlMake.Subtract(SqlCall.Of("epoch_us", left), SqlCall.Of("epoch_us", right)),
            (ScalarKind.DateTime, _) when ScalarTraversal.StaysInTime(node) => isAdd
                ? SqlMake.Add(left, SqlCall.Of("to_microseconds", right))
                : SqlMake.Subtract(left, SqlCall.Of("to_microseconds", right)),

            // Timestamps go on for 290,000 years.
            (ScalarKind.DateTime, _) => SqlCall.Of("make_timestamp", CheckedInstant(CheckedCall(node.Operator, SqlCall.Of("epoch_us", left), right))),
            (ScalarKind.TimeSpan, ScalarKind.TimeSpan) => CheckedSpan(isAdd ? SqlMake.Add(left, right) : SqlMake.Subtract(left, right)),
            _ when node.Type.IsInteger && (IsFixed(node.Left) || IsFixed(node.Right)) => CheckedCall(node.Operator, left, right),
            _ => node.Operator is BinaryOperator.Multiply ? SqlMake.Multiply(left, right)
                : isAdd ? SqlMake.Add(left, right)
                : SqlMake.Subtract(left, right),
        };
    }

    // The optimizer turns "x + 2 > 7" into "x > 5", which cannot overflow; of the functions of the same meaning it knows nothing.
    private static SqlExpression CheckedCall(BinaryOperator op, SqlExpression left, SqlExpression right) => SqlCall.Of(
        op switch
        {
            BinaryOperator.Add => "add",
            BinaryOperator.Subtract => "subtract",
            _ => "multiply",
        },
        left,
        right);

    private static bool IsFixed(Scalar value) => value.DescendantsAndSelf().All(n => n is Constant || n.Operands().Any());

    internal override SqlExpression IntegerDivide(ScalarKind kind, SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Multiplicative, "//", left, right);

    internal override SqlExpression Bitwise(BinaryOperator op, SqlExpression left, SqlExpression right) =>
        op is BinaryOperator.BitXor ? SqlCall.Of("xor", left, right) : BitOperator(op, left, right);

    internal override SqlExpression Negate(ScalarKind kind, SqlExpression operand) => new SqlPrefix(SqlPrecedence.Sign, "-", operand);

    // CAST rounds, C# truncates.
    internal override SqlExpression Convert(ScalarKind from, ScalarKind to, SqlExpression operand) =>
        (from, to) switch
        {
            _ when from == to => operand,
            (ScalarKind.Single or ScalarKind.Double, ScalarKind.Int32 or ScalarKind.Int64) => new SqlCast(SqlCall.Of("trunc", operand), TypeName(to)),
            _ => new SqlCast(operand, TypeName(to)),
        };

    // The optimizer turns "CAST(x AS INTEGER) > 5" into "x > 5", which cannot overflow; it does not look into functions.
    internal override SqlExpression MustCompute(SqlExpression operand) =>
        operand is SqlCast { TypeName: "INTEGER" or "BIGINT" } ? SqlCall.Of("add", operand, SqlMake.Zero) : operand;

    internal override SqlExpression Function(Call node, EquatableArray<SqlExpression> arguments) =>
        DuckDbFunctions.Translate(this, node, arguments);

    internal override SqlExpression IsNotDistinct(SqlExpression left, SqlExpression right, bool isNegated) =>
        SqlMake.Compare(left, isNegated ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM", right);

    // DuckDB sorts NaN above all numbers and calls it equal to itself.
    internal override SqlExpression NullIfNaN(SqlExpression operand) =>
        SqlMake.When(SqlMake.Not(SqlCall.Of("isnan", operand)), operand);

    internal override SqlExpression Character(char character) => SqlCall.Of("chr", SqlMake.Long(character));

    internal override SqlExpression IsFinite(SqlExpression operand) => SqlCall.Of("isfinite", operand);

    internal override SqlExpression Earlier(SqlExpression left, SqlExpression right) => SqlCall.Of("least", left, right);

    internal override SqlExpression Aggregate(AggregateRequest aggregate)
    {
        var argument = aggregate.Argument;
        SqlExpression Of(string function, params SqlExpression[] arguments) => aggregate.Call(function, arguments);
        return aggregate.Kind switch
        {
            AggregateKind.Count => Of("count", SqlMake.Star),
            AggregateKind.Any => SqlMake.Compare(Of("count", SqlMake.Star), ">", SqlMake.Zero),

            AggregateKind.Sum or AggregateKind.Average when aggregate.ArgumentType.Kind is ScalarKind.Vector => DuckDbComposites.PerNumber(aggregate),
            AggregateKind.Sum => Of("sum", argument!),
            AggregateKind.Average when aggregate.ArgumentType.IsInteger => IntegerAverage(Of("sum", argument!), Of("count", argument!), aggregate.ArgumentType.Kind),
            AggregateKind.Average => Of("avg", argument!),
            AggregateKind.Min => Of("min", argument!),
            AggregateKind.Max => Of("max", argument!),
            AggregateKind.CountDistinct => new SqlCall("count", EquatableArray.Of(argument!), IsDistinct: true, aggregate.Filter),

            // mode() takes any of the most frequent; a histogram's keys are sorted, so the first of them can be found.
            AggregateKind.Mode => Of("histogram", argument!),
            AggregateKind.Variance => Of("var_samp", argument!),
            AggregateKind.StandardDeviation => Of("stddev_samp", argument!),
            AggregateKind.PopulationVariance => Of("var_pop", argument!),
            AggregateKind.PopulationStandardDeviation => Of("stddev_pop", argument!),
            AggregateKind.Percentile => Of("quantile_cont", argument!, Literal(aggregate.Parameters[0])),
            AggregateKind.DecayedSum => Of("sum", argument!),
            AggregateKind.Latest => Of("arg_max", argument!, OrderKey(aggregate.Order)),
            AggregateKind.First => Of("arg_min", argument!, OrderKey(aggregate.Order)),
            AggregateKind.LatestK => Of("arg_max", DuckDbComposites.Part(aggregate), OrderKey(aggregate.Order), aggregate.ListLength),
            AggregateKind.FirstK => Of("arg_min", DuckDbComposites.Part(aggregate), OrderKey(aggregate.Order), aggregate.ListLength),
            AggregateKind.TopK or AggregateKind.CountBy => Of("histogram", DuckDbComposites.Part(aggregate)),
            AggregateKind.SumBy => DuckDbComposites.Pairs(aggregate),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate), aggregate.Kind, "No such aggregate."),
        };
    }

    internal override SqlExpression Finish(Aggregate aggregate, SqlExpression value)
    {
        switch (aggregate.Kind)
        {
            case AggregateKind.Sum when aggregate.Type.Kind is ScalarKind.Vector:
                return value;
            case AggregateKind.FirstK or AggregateKind.LatestK or AggregateKind.TopK or AggregateKind.CountBy or AggregateKind.SumBy:
                return DuckDbComposites.Json(aggregate, value);

            // sum(BIGINT) is a HUGEINT: only a total that does not fit fails.
            case AggregateKind.Sum when aggregate.Type.Kind is ScalarKind.TimeSpan:
                return CheckedSpan(new SqlCast(value, "BIGINT"));
            case AggregateKind.Sum when !aggregate.Type.IsFloating:
                return new SqlCast(value, TypeName(aggregate.Type.Kind));
            case AggregateKind.Mode:
                var counts = SqlCall.Of("map_values", value);
                return new SqlElement(
                    SqlCall.Of("map_keys", value),
                    SqlCall.Of("list_position", counts, SqlCall.Of("list_max", counts)));
            default:
                return value;
        }
    }

    internal override SqlExpression ZeroVector(int length) =>
        SqlCall.Of("list_resize", new SqlCast(new SqlAtom("[]"), "DOUBLE[]"), SqlMake.Long(length), Floating(0));

    internal override SqlExpression UnitVector(int length, int place) => new SqlCast(new SqlAtom("[" + UnitNumbers(length, place) + "]"), "FLOAT[]");

    internal override void JoinAsOf(HistoryBuilder history, AsOfJoinRequest join)
    {
        if (join.ChecksIngestTime)
        {
            DuckDbAsOfJoin.AmongKnown(history, join);
        }
        else
        {
            DuckDbAsOfJoin.Native(this, history, join);
        }
    }

    internal override EquatableArray<string> Setup(ViewPlan view) => EquatableArray.Of<string>();

    private static SqlExpression OrderKey(EquatableArray<SqlExpression> order) => order.Count == 1 ? order[0] : new SqlRow(order);

    private static SqlExpression IntegerAverage(SqlExpression sum, SqlExpression count, ScalarKind kind)
    {
        // HUGEINT to DOUBLE rounds wrongly below −2^53 (1.5.6: −9007199254740994 becomes −9007199254740992); BIGINT to DOUBLE does not.
        var small = new SqlCast(new SqlCast(sum, "BIGINT"), "DOUBLE");
        if (kind is ScalarKind.Int32)
        {
            return SqlMake.Divide(small, count);
        }

        var fits = SqlMake.And(
            SqlMake.Compare(sum, ">=", SqlMake.Long(long.MinValue)),
            SqlMake.Compare(sum, "<=", SqlMake.Long(long.MaxValue)));
        var high = new SqlCast(new SqlCast(SqlMake.Compare(sum, ">>", SqlMake.Long(32)), "BIGINT"), "DOUBLE");
        var low = new SqlCast(new SqlCast(SqlMake.Compare(sum, "&", SqlMake.Long(4_294_967_295)), "BIGINT"), "DOUBLE");
        var large = SqlMake.Add(SqlMake.Multiply(high, SqlDialect.Floating(4_294_967_296)), low);
        return SqlMake.Divide(SqlMake.When(fits, small, large), count);
    }

    /// <summary>The largest unit that divides the length, for a reader's sake; all of them are exact.</summary>
    private static SqlExpression Interval(long microseconds)
    {
        foreach (var (unit, name) in new[] { (86_400_000_000, "DAY"), (3_600_000_000, "HOUR"), (60_000_000, "MINUTE"), (1_000_000, "SECOND") })
        {
            if (microseconds % unit == 0)
            {
                return new SqlAtom("INTERVAL " + ((SqlAtom)SqlMake.Long(microseconds / unit)).Text + " " + name);
            }
        }

        return SqlCall.Of("to_microseconds", SqlMake.Long(microseconds));
    }
}
