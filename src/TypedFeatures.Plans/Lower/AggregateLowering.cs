using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Lowers one aggregate over the visible rows <c>h</c> of an entity.</summary>
/// <param name="plan">The view.</param>
/// <param name="dialect">The engine.</param>
/// <param name="asOf">The as-of instant.</param>
/// <param name="sessions">Where sessions begin; null where the view has none.</param>
internal sealed class AggregateLowering(OnlinePlan plan, SqlDialect dialect, SqlExpression asOf, SessionLowering? sessions)
{
    private static readonly SqlExpression GreatestToSquare = SqlDialect.Floating(AggregateTable.GreatestToSquare);

    private ScalarTranslator Rows => new(dialect, leaf => leaf is StateColumnOf column
        ? new SqlColumn("h", plan.Columns[column.Index].Name)
        : throw new ArgumentException($"{leaf.GetType().Name} has no meaning in a state."));

    /// <summary>The aggregate as it stands in the grouped query.</summary>
    public SqlExpression Lower(Aggregate aggregate)
    {
        var conditions = Bounds(aggregate.Window).ToList();
        if (aggregate.Predicate is { } predicate)
        {
            Require(conditions, Rows.Condition(predicate), predicate.MayFail());
        }

        if (aggregate.Amount is { } amount)
        {
            return LowerBy(aggregate, amount, conditions);
        }

        var argument = aggregate.Argument is { } value ? Argument(aggregate, value, conditions) : null;
        var filter = SqlMake.All(conditions);
        if (argument is not null && filter is not null && aggregate.Argument!.MayFail() && dialect.ComputesFilteredArguments)
        {
            argument = SqlMake.When(filter, argument);

            // Values skip the null of the rows left out; a list is of rows.
            filter = aggregate.Kind is AggregateKind.FirstK or AggregateKind.LatestK ? filter : null;
        }

        var request = new AggregateRequest(aggregate.Kind, ArgumentType(aggregate), argument, filter, Order(), aggregate.Parameters);
        return aggregate.Info.SquaresValues && MayBeTooGreat(Expand(aggregate.Argument!)) ? OfSquares(request) : dialect.Aggregate(request);
    }

    /// <summary>Where rows begin to be visible, or a window.</summary>
    public static SqlExpression Since(SqlDialect dialect, WindowStart start, SqlExpression asOf)
    {
        var instant = dialect.Before(asOf, start.Length);
        return start.Tile is { } tile
            ? SqlMake.Compare(EventTime, ">=", dialect.FloorTo(instant, tile))
            : SqlMake.Compare(EventTime, ">", instant);
    }

    /// <summary>
    /// An aggregate of an amount by the argument. Its rows are those of the filter even where the amount is computed behind a CASE. C# asks a row for its key before
    /// its amount, so a key that fails does so whatever the amount is: no condition of the amount may stand before it.
    /// </summary>
    private SqlExpression LowerBy(Aggregate aggregate, Scalar amount, List<SqlExpression> conditions)
    {
        var rows = SqlMake.All(conditions);
        var keyMayFail = aggregate.Argument!.MayFail();
        var key = Argument(aggregate, aggregate.Argument!, conditions);
        if (aggregate.Argument!.Type.IsNullable || (keyMayFail && !dialect.ComputesFilteredArguments))
        {
            Require(conditions, new SqlNullTest(key, IsNegated: true), keyMayFail);
        }

        var value = Rows.Value(amount);
        var amountMayFail = amount.MayFail();
        if (FloatingRange.MayBeNonFinite(Expand(amount)))
        {
            Require(conditions, dialect.IsFinite(value), amountMayFail || keyMayFail);
        }
        else if (amount.Type.IsNullable)
        {
            Require(conditions, new SqlNullTest(value, IsNegated: true), amountMayFail || keyMayFail);
        }

        var filter = SqlMake.All(conditions);
        return dialect.Aggregate(
            new AggregateRequest(aggregate.Kind, ArgumentType(aggregate), Guarded(key, keyMayFail, rows), filter, Order(), aggregate.Parameters)
            {
                Amount = Guarded(value, amountMayFail, filter),
            });
    }

    /// <summary>What may fail of the rows alone that C# computes it for.</summary>
    private SqlExpression Guarded(SqlExpression value, bool mayFail, SqlExpression? rows) =>
        mayFail && rows is not null && dialect.ComputesFilteredArguments ? SqlMake.When(rows, value) : value;

    /// <summary>What the outer query makes of the grouped value: also for an entity without rows, where it is null.</summary>
    public static SqlExpression Result(SqlDialect dialect, Aggregate aggregate, SqlExpression grouped)
    {
        var value = aggregate.Info.Empty switch
        {
            EmptyValue.Zero when aggregate.Type.Kind is ScalarKind.Vector => SqlMake.Coalesce(grouped, dialect.ZeroVector(aggregate.Type.Length)),
            EmptyValue.Zero => SqlMake.Coalesce(grouped, aggregate.Type.IsFloating ? SqlDialect.Floating(0) : SqlMake.Zero),
            EmptyValue.False => SqlMake.Coalesce(grouped, SqlMake.False),
            _ => grouped,
        };
        var finished = dialect.Finish(aggregate, value);
        return aggregate.Info.Empty is EmptyValue.Empty ? SqlMake.Coalesce(finished, SqlDialect.Text("[]"))
            : RanksEnum(aggregate) ? EnumText.ToName(finished, aggregate.Type.Enum!)
            : finished;
    }

    private static bool RanksEnum(Aggregate aggregate) =>
        aggregate.Info.ComparesValues && aggregate.Argument?.Type.Enum is not null;

    private static ScalarType ArgumentType(Aggregate aggregate) =>
        aggregate.Argument is null ? ScalarType.Int64
        : Widens(aggregate) ? aggregate.Argument.Type with { Kind = ScalarKind.Double }
        : RanksEnum(aggregate) ? ScalarType.Int64
        : aggregate.Argument.Type;

    private static bool Widens(Aggregate aggregate) =>
        aggregate.Argument?.Type.Kind is ScalarKind.Single && aggregate.Info.Argument is AggregateArgument.Wide or AggregateArgument.Double;

    private static SqlColumn EventTime => new("h", HistoryLowering.EventTime);

    private IEnumerable<SqlExpression> Bounds(WindowBounds window)
    {
        if (plan.View.IsLabel)
        {
            if (window.Length is { } length && length != plan.LongestLookback)
            {
                yield return SqlMake.Compare(EventTime, "<=", dialect.After(asOf, length));
            }

            yield break;
        }

        // What all windows share the join says already.
        if (window.Start is { } start && !(plan.Starts.Count == 1 && plan.Starts[0] == start))
        {
            yield return Since(dialect, start, asOf);
        }

        if (window.Offset > 0)
        {
            yield return SqlMake.Compare(EventTime, "<=", dialect.Before(asOf, window.Offset));
        }

        if (window.Gap is { } gap)
        {
            yield return sessions!.IsInSession(gap);
        }
    }

    private static bool MayBeTooGreat(Scalar value) =>
        value is not Conversion { Operand.Type.Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single };

    /// <summary>Null where a value is too great to be squared: engines fail there, each at a value of its own.</summary>
    private SqlExpression OfSquares(AggregateRequest request)
    {
        var magnitude = SqlCall.Of("abs", request.Argument!);
        var isSmall = SqlMake.Compare(magnitude, "<=", GreatestToSquare);
        var greatest = dialect.Aggregate(request with { Kind = AggregateKind.Max, Argument = magnitude });
        var small = dialect.Aggregate(request with { Filter = request.Filter is { } filter ? SqlMake.And(filter, isSmall) : isSmall });
        return SqlMake.When(SqlMake.Compare(greatest, ">", GreatestToSquare), SqlMake.Null, small);
    }

    private SqlExpression Decayed(SqlExpression value, Constant halfLife)
    {
        var age = dialect.Arithmetic(new Binary(ScalarType.TimeSpan, BinaryOperator.Subtract, new AsOfInstant(), new AsOfInstant()), asOf, EventTime);
        var halfLives = SqlMake.Divide(dialect.Convert(ScalarKind.Int64, ScalarKind.Double, age), SqlDialect.Floating((long)halfLife.Value!));
        return dialect.Decayed(value, halfLives);
    }

    private SqlExpression Argument(Aggregate aggregate, Scalar value, List<SqlExpression> conditions)
    {
        var argument = Rows.Value(value);
        if (FloatingRange.MayBeNonFinite(Expand(value)))
        {
            Require(conditions, dialect.IsFinite(argument), value.MayFail());
        }
        else if (value.Type.IsNullable && aggregate.Info.IsOrdered)
        {
            Require(conditions, new SqlNullTest(argument, IsNegated: true), value.MayFail());
        }

        return aggregate.Kind is AggregateKind.DecayedSum ? Decayed(argument, aggregate.Parameters[0])
            : Widens(aggregate) ? dialect.Convert(ScalarKind.Single, ScalarKind.Double, argument)
            : RanksEnum(aggregate) ? EnumText.ToRank(argument, value.Type.Enum!)
            : argument;
    }

    /// <summary>Adds a condition. AND promises no order, CASE does: what may fail runs on the rows that pass what stands before it.</summary>
    private static void Require(List<SqlExpression> conditions, SqlExpression condition, bool mayFail)
    {
        if (mayFail && SqlMake.All(conditions) is { } before)
        {
            conditions.Clear();
            condition = SqlMake.When(before, condition, SqlMake.False);
        }

        conditions.Add(condition);
    }

    private Scalar Expand(Scalar value) => value.Rewrite(n => n is StateColumnOf column ? plan.Columns[column.Index].Value : null);

    private EquatableArray<SqlExpression> Order()
    {
        var order = new List<SqlExpression> { EventTime };
        if (plan.IsOrdered)
        {
            order.AddRange(plan.View.Events.IngestTime is null ? [] : [new SqlColumn("h", HistoryLowering.IngestTime)]);
            order.AddRange(plan.HasEventIds ? [new SqlColumn("h", HistoryLowering.EventId)] : []);
        }

        return order.ToEquatableArray();
    }
}
