using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>PostgreSQL's vectors, lists and maps. Lists and maps leave it as JSON, which says doubles and integers exactly.</summary>
internal static class PostgresComposites
{
    /// <summary>Sum or average of each number of a vector by itself.</summary>
    public static SqlExpression PerNumber(AggregateRequest aggregate)
    {
        SqlExpression Of(int number)
        {
            var value = new SqlCast(new SqlElement(new SqlGrouped(aggregate.Argument!), SqlMake.Long(number)), "double precision");

            // Numbers are floats: no sum of them leaves the range of doubles, and neither do the squares that avg() adds.
            return aggregate.Call(aggregate.Kind is AggregateKind.Sum ? "sum" : "avg", value);
        }

        // Without a vector every sum is null: the first says it for all.
        var vector = new SqlArray(Enumerable.Range(1, aggregate.ArgumentType.Length).Select(Of).ToEquatableArray());
        return SqlMake.When(new SqlNullTest(Of(1), IsNegated: true), vector);
    }

    /// <summary>The first rows' values in JSON, in order; null where there is none.</summary>
    public static SqlExpression Listed(AggregateRequest aggregate, bool isDescending)
    {
        var all = aggregate.Call("array_agg", Part(aggregate)) with
        {
            OrderBy = aggregate.Order.Select(o => new SqlOrder(o, isDescending)).ToEquatableArray(),
        };
        var first = new SqlElement(new SqlGrouped(all), new SqlAtom("1:" + ((SqlAtom)aggregate.ListLength).Text));
        return new SqlCast(SqlCall.Of("array_to_json", first), "text");
    }

    /// <summary>All values of the rows; a value that is null is none.</summary>
    public static SqlExpression Parts(AggregateRequest aggregate)
    {
        var isThere = new SqlNullTest(aggregate.Argument!, IsNegated: true);
        return (aggregate with { Filter = aggregate.Filter is { } filter ? SqlMake.And(filter, isThere) : isThere }).Call("array_agg", Part(aggregate));
    }

    /// <summary>The map of totals in JSON; those of integers are checked where they are looked at.</summary>
    public static SqlExpression Totals(AggregateRequest aggregate) => SqlCall.Of(
        "totals_by",
        aggregate.Call("array_agg", Part(aggregate)),
        aggregate.Call("array_agg", aggregate.Amount!));

    /// <summary>A value as part of a list or map: instants in microseconds, dates in days.</summary>
    private static SqlExpression Part(AggregateRequest aggregate) => aggregate.ArgumentType.Kind switch
    {
        ScalarKind.DateTime => SqlCall.Of("microseconds_between", new SqlAtom("TIMESTAMP '1970-01-01'"), aggregate.Argument!),
        ScalarKind.Date => SqlMake.Subtract(aggregate.Argument!, new SqlAtom("DATE '1970-01-01'")),
        _ => aggregate.Argument!,
    };
}
