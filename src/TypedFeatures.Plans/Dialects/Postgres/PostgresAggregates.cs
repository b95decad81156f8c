using System.Globalization;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>PostgreSQL's spelling of the language's aggregates.</summary>
internal static class PostgresAggregates
{
    // Fewer than 10^18 rows of at most this size stay finite.
    private const double Ordinary = 1e290;

    public static SqlExpression Of(
        PostgresDialect dialect, AggregateKind kind, ScalarType argumentType, SqlExpression? argument, SqlExpression? filter, EquatableArray<SqlExpression> order)
    {
        SqlExpression Call(string function, params SqlExpression[] arguments) => new SqlCall(function, arguments.ToEquatableArray(), Filter: filter);

        return kind switch
        {
            AggregateKind.Count => Call("count", SqlMake.Star),
            AggregateKind.Any => SqlMake.Compare(Call("count", SqlMake.Star), ">", SqlMake.Zero),
            AggregateKind.Sum => argumentType.IsFloating ? Total(argument!, filter) : Call("sum", argument!),
            AggregateKind.Average when argumentType.IsInteger => SqlCall.Of("integer_average", Call("sum", argument!), Call("count", argument!)),
            AggregateKind.Average => SqlCall.Of("ieee_divide", Total(argument!, filter), Call("count", argument!)),
            AggregateKind.Min => Call("min", argument!),
            AggregateKind.Max => Call("max", argument!),
            AggregateKind.CountDistinct => new SqlCall("count", EquatableArray.Of(argument!), IsDistinct: true, filter),

            // Of equally frequent values mode() takes the first in its order.
            AggregateKind.Mode => new SqlCall("mode", EquatableArray.Of<SqlExpression>(), Filter: filter) { WithinGroup = new SqlOrder(argument!) },
            AggregateKind.Latest => OfGreatest("max", dialect, argumentType, argument!, filter, order),
            AggregateKind.First => OfGreatest("min", dialect, argumentType, argument!, filter, order),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such aggregate."),
        };
    }

    /// <summary>
    /// The sum of doubles: sum() fails on overflow, so the few values that could make it overflow are summed apart, by a slower aggregate that does not.
    /// avg() would fail even where its sum does not, as it sums squares, too.
    /// </summary>
    private static SqlExpression Total(SqlExpression argument, SqlExpression? filter)
    {
        SqlExpression Part(string function, string comparison)
        {
            var size = SqlMake.Compare(SqlCall.Of("abs", argument), comparison, SqlDialect.Floating(Ordinary));
            return new SqlCall(function, EquatableArray.Of(argument), Filter: filter is null ? size : SqlMake.And(filter, size));
        }

        return SqlCall.Of("ieee_total", Part("sum", "<"), Part("huge_sum", ">="));
    }

    /// <summary>
    /// The value of the greatest row: an array of a row has an order, and so max() has it, in one pass and without keeping the rows
    /// (measured on a million rows in 20,000 groups: 2.0 s, where array_agg(… ORDER BY …) takes 3.7 s; of rows alone there is no max).
    /// </summary>
    private static SqlExpression OfGreatest(
        string function, PostgresDialect dialect, ScalarType argumentType, SqlExpression argument, SqlExpression? filter, EquatableArray<SqlExpression> order)
    {
        var row = new SqlArray(EquatableArray.Of<SqlExpression>(new SqlRow(order.Append(argument).ToEquatableArray())));
        var greatest = new SqlElement(new SqlGrouped(new SqlCall(function, EquatableArray.Of<SqlExpression>(row), Filter: filter)), SqlMake.Long(1));
        var field = "'f" + (order.Count + 1).ToString(CultureInfo.InvariantCulture) + "'";
        var text = new SqlBinary(SqlPrecedence.Additive, "->>", SqlCall.Of("row_to_json", greatest), new SqlAtom(field));
        return new SqlCast(text, dialect.TypeName(argumentType.Kind));
    }
}
