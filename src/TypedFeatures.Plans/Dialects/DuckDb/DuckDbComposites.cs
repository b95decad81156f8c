using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>DuckDB's vectors, lists and maps. Lists and maps leave it as JSON, which says doubles and integers exactly.</summary>
internal static class DuckDbComposites
{
    // A column of the same name would win over a lambda's parameter; none can have a dollar in its name.
    private const string Item = "\"$item\"";
    private const string Category = "\"$category\"";

    /// <summary>Sum or average of each number of a vector by itself; a fold over lists would keep every vector of a group in memory.</summary>
    public static SqlExpression PerNumber(AggregateRequest aggregate)
    {
        var function = aggregate.Kind is AggregateKind.Sum ? "sum" : "avg";
        var numbers = Enumerable.Range(1, aggregate.ArgumentType.Length).Select(i => (SqlExpression)aggregate.Call(
            function, new SqlCast(new SqlElement(aggregate.Argument!, SqlMake.Long(i)), "DOUBLE")));

        // Without a vector every sum is null: the first says it for all.
        var vector = new SqlCall("list_value", numbers.ToEquatableArray());
        return SqlMake.When(new SqlNullTest(aggregate.Call(function, new SqlCast(new SqlElement(aggregate.Argument!, SqlMake.Long(1)), "DOUBLE")), IsNegated: true), vector);
    }

    /// <summary>A value as part of a list or map: instants in microseconds, dates in days.</summary>
    public static SqlExpression Part(AggregateRequest aggregate) => aggregate.ArgumentType.Kind switch
    {
        ScalarKind.DateTime => SqlCall.Of("epoch_us", aggregate.Argument!),
        ScalarKind.Date => SqlMake.Subtract(aggregate.Argument!, new SqlAtom("DATE '1970-01-01'")),
        _ => aggregate.Argument!,
    };

    /// <summary>The rows' keys with their amounts.</summary>
    public static SqlExpression Pairs(AggregateRequest aggregate) =>
        aggregate.Call("list", SqlCall.Of("struct_pack", Named("k", Part(aggregate)), Named("v", aggregate.Amount!)));

    /// <summary>The list or map in JSON; null where there is none.</summary>
    public static SqlExpression Json(Aggregate aggregate, SqlExpression value)
    {
        var items = aggregate.Kind switch
        {
            AggregateKind.TopK => MostFrequent(value, (long)aggregate.Parameters[0].Value!),
            AggregateKind.CountBy => SqlCall.Of("list_transform", SqlCall.Of("map_entries", value), Lambda("{'k': @.key, 'v': @.value}")),
            AggregateKind.SumBy => Totals(value, aggregate.Type.Element!),
            _ => value,
        };
        return new SqlCast(SqlCall.Of("to_json", items), "VARCHAR");
    }

    /// <summary>Of a histogram the keys, most frequent first; structs order by their first field, then their second.</summary>
    private static SqlExpression MostFrequent(SqlExpression histogram, long count)
    {
        var ranked = SqlCall.Of(
            "list_sort",
            SqlCall.Of("list_transform", SqlCall.Of("map_entries", histogram), Lambda("{'n': -CAST(@.value AS BIGINT), 'k': @.key}")));
        return SqlCall.Of("list_transform", SqlCall.Of("list_slice", ranked, SqlMake.Long(1), SqlMake.Long(count)), Lambda("@.k"));
    }

    /// <summary>Of pairs the sum by key: exact for integers, null where it leaves the range of doubles.</summary>
    private static SqlExpression Totals(SqlExpression pairs, ScalarType type)
    {
        var amounts = SqlCall.Of("list_transform", SqlCall.Of("list_filter", pairs, Lambda("@.k = " + Category)), Lambda("@.v"));
        var sum = SqlCall.Of("list_sum", amounts);

        // list_sum of BIGINT is a HUGEINT: only a total that does not fit fails.
        SqlExpression total = type.IsFloating
            ? SqlCall.Of("list_extract", SqlCall.Of("list_filter", SqlCall.Of("list_value", sum), Lambda("isfinite(@)")), SqlMake.Long(1))
            : new SqlCast(sum, "BIGINT");
        var keys = SqlCall.Of("list_distinct", SqlCall.Of("list_transform", pairs, Lambda("@.k")));
        return SqlCall.Of("list_transform", keys, new SqlLambda(Category, SqlCall.Of("struct_pack", Named("k", new SqlAtom(Category)), Named("v", total))));
    }

    private static SqlExpression Lambda(string body) => new SqlLambda(Item, new SqlAtom(body.Replace("@", Item)));

    private static SqlExpression Named(string name, SqlExpression value) => new SqlBinary(SqlPrecedence.Or, ":=", new SqlAtom(name), value);
}
