using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Lowers one aggregate over the visible rows <c>h</c> of an entity.</summary>
internal sealed class AggregateLowering(OnlinePlan plan, SqlDialect dialect, SqlExpression asOf)
{
    private ScalarTranslator Rows => new(dialect, leaf => leaf is StateColumnOf column
        ? new SqlColumn("h", plan.Columns[column.Index].Name)
        : throw new ArgumentException($"{leaf.GetType().Name} has no meaning in a state."));

    /// <summary>The aggregate as it stands in the grouped query.</summary>
    public SqlExpression Lower(Aggregate aggregate)
    {
        var conditions = new List<SqlExpression>();
        if (aggregate.Window.Length is { } length && length != plan.LongestLookback)
        {
            conditions.Add(SqlMake.Compare(new SqlColumn("h", HistoryLowering.EventTime), ">", dialect.Before(asOf, length)));
        }

        if (aggregate.Predicate is { } predicate)
        {
            Require(conditions, Rows.Condition(predicate), predicate.MayFail());
        }

        var argument = aggregate.Argument is { } value ? Argument(aggregate, value, conditions) : null;
        var filter = SqlMake.All(conditions);
        if (argument is not null && filter is not null && aggregate.Argument!.MayFail() && dialect.ComputesFilteredArguments)
        {
            argument = SqlMake.When(filter, argument);
            filter = null;
        }

        return dialect.Aggregate(new AggregateRequest(aggregate.Kind, ArgumentType(aggregate), argument, filter, Order(), aggregate.Parameters));
    }

    /// <summary>What the outer query makes of the grouped value: also for an entity without rows, where it is null.</summary>
    public static SqlExpression Result(SqlDialect dialect, Aggregate aggregate, SqlExpression grouped)
    {
        var value = aggregate.Info.Empty switch
        {
            EmptyValue.Zero => SqlMake.Coalesce(grouped, aggregate.Type.IsFloating ? SqlDialect.Floating(0) : SqlMake.Zero),
            EmptyValue.False => SqlMake.Coalesce(grouped, SqlMake.False),
            _ => grouped,
        };
        var finished = dialect.Finish(aggregate, value);
        return RanksEnum(aggregate) ? EnumText.ToName(finished, aggregate.Type.Enum!) : finished;
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

        return Widens(aggregate) ? dialect.Convert(ScalarKind.Single, ScalarKind.Double, argument)
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
        var order = new List<SqlExpression> { new SqlColumn("h", HistoryLowering.EventTime) };
        if (plan.IsOrdered)
        {
            order.AddRange(plan.View.Events.IngestTime is null ? [] : [new SqlColumn("h", HistoryLowering.IngestTime)]);
            order.Add(new SqlColumn("h", HistoryLowering.EventId));
        }

        return order.ToEquatableArray();
    }
}
