using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>ClickHouse's spelling of aggregates. Of no rows its own give 0, NaN or '', hence the OrNull.</summary>
internal static class ClickHouseAggregates
{
    public static SqlExpression Translate(AggregateRequest aggregate)
    {
        var (argumentType, argument) = (aggregate.ArgumentType, aggregate.Argument);
        SqlExpression Of(string function, params SqlExpression[] arguments) => aggregate.Call(function, arguments);
        return aggregate.Kind switch
        {
            // Counts are UInt64, which has no common type with Int64.
            AggregateKind.Count => SqlCall.Of("toInt64", Of("count")),
            AggregateKind.Any => SqlMake.Compare(Of("count"), ">", SqlMake.Zero),
            AggregateKind.Sum or AggregateKind.Average when argumentType.Kind is ScalarKind.Vector => ClickHouseComposites.PerNumber(aggregate),
            AggregateKind.Sum when IsLong(argumentType) => Of("sum", ClickHouseDialect.Wide(argument!)),
            AggregateKind.Sum => Of("sum", argument!),
            AggregateKind.Average when argumentType.IsInteger => IntegerAverage(Of("sum", ClickHouseDialect.Wide(argument!)), Of("count", argument!)),
            AggregateKind.Average => Of("avgOrNull", argument!),
            AggregateKind.Min => Of("minOrNull", argument!),
            AggregateKind.Max => Of("maxOrNull", argument!),
            AggregateKind.CountDistinct => SqlCall.Of("toInt64", Of("uniqExact", WithoutNegativeZero(argumentType, argument!))),
            AggregateKind.Mode => Histogram(WithoutNegativeZero(argumentType, argument!), aggregate.Filter),
            AggregateKind.Variance => NullUnlessFinite(Of("varSampStable", argument!)),
            AggregateKind.StandardDeviation => NullUnlessFinite(Of("stddevSampStable", argument!)),
            AggregateKind.PopulationVariance => NullUnlessFinite(Of("varPopStable", argument!)),
            AggregateKind.PopulationStandardDeviation => NullUnlessFinite(Of("stddevPopStable", argument!)),
            AggregateKind.Percentile => Of($"quantileExactInclusiveOrNull({((SqlAtom)SqlDialect.Floating((double)aggregate.Parameters[0].Value!)).Text})", argument!),
            AggregateKind.DecayedSum => Of("sum", argument!),
            AggregateKind.FirstK or AggregateKind.LatestK => ClickHouseComposites.InOrder(aggregate, OrderKey(aggregate.Order)),
            AggregateKind.TopK or AggregateKind.CountBy => Histogram(ClickHouseComposites.Part(aggregate), aggregate.Filter, argument!),
            AggregateKind.SumBy => ClickHouseComposites.Pairs(aggregate),
            AggregateKind.Latest => Of("argMaxOrNull", argument!, OrderKey(aggregate.Order)),
            AggregateKind.First => Of("argMinOrNull", argument!, OrderKey(aggregate.Order)),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate), aggregate.Kind, "No such aggregate."),
        };
    }

    /// <summary>The first of the most frequent keys of a histogram; null of an empty one, which a left join leaves for what it does not find.</summary>
    public static SqlExpression MostFrequent(SqlExpression histogram)
    {
        var counts = SqlCall.Of("tupleElement", histogram, SqlMake.Long(2));
        return SqlCall.Of(
            "arrayElementOrNull",
            SqlCall.Of("tupleElement", histogram, SqlMake.Long(1)),
            SqlCall.Of("indexOf", counts, SqlCall.Of("arrayMax", counts)));
    }

    // Of no rows it is NaN, and the sample's of one row is infinite. Values too great to be squared do not come here.
    private static SqlExpression NullUnlessFinite(SqlExpression value) => SqlMake.When(SqlCall.Of("isFinite", value), value);

    private static bool IsLong(ScalarType type) => type.Kind is ScalarKind.Int64 or ScalarKind.TimeSpan;

    // topK() is approximate; sumMap() is exact, and its keys are sorted.
    private static SqlExpression Histogram(SqlExpression value, SqlExpression? filter, SqlExpression? argument = null)
    {
        var isThere = new SqlNullTest(argument ?? value, IsNegated: true);
        return new SqlCall(
            "sumMap",
            EquatableArray.Of<SqlExpression>(
                SqlCall.Of("array", SqlCall.Of("assumeNotNull", value)),
                SqlCall.Of("array", SqlCall.Of("toUInt64", SqlMake.Long(1)))),
            Filter: filter is null ? isThere : SqlMake.And(filter, isThere));
    }

    // Told apart by their bits, −0 and 0 would be two values.
    private static SqlExpression WithoutNegativeZero(ScalarType type, SqlExpression value) =>
        type.IsFloating ? SqlMake.Add(value, SqlDialect.Floating(0)) : value;

    private static SqlExpression OrderKey(EquatableArray<SqlExpression> order) => order.Count == 1 ? order[0] : new SqlRow(order);

    /// <summary>As the reference: a sum of 64 bits rounded once, a greater one by its halves. Of no values null, as nothing divides by null.</summary>
    private static SqlExpression IntegerAverage(SqlExpression sum, SqlExpression count)
    {
        static SqlExpression Number(SqlExpression integer) => SqlCall.Of("toFloat64", SqlCall.Of("toInt64", integer));

        var fits = SqlMake.And(
            SqlMake.Compare(sum, ">=", SqlMake.Long(long.MinValue)),
            SqlMake.Compare(sum, "<=", SqlMake.Long(long.MaxValue)));
        var high = Number(SqlCall.Of("bitShiftRight", sum, SqlMake.Long(32)));
        var low = Number(SqlCall.Of("bitAnd", sum, SqlMake.Long(4_294_967_295)));
        var large = SqlMake.Add(SqlMake.Multiply(high, SqlDialect.Floating(4_294_967_296)), low);
        return SqlMake.Divide(SqlMake.When(fits, Number(sum), large), SqlCall.Of("nullIf", count, SqlMake.Zero));
    }
}
