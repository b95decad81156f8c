using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>
/// ClickHouse's vectors, lists and maps. An array cannot be null, so a vector is text: the letter v, then four bytes a number that order as the numbers do.
/// Totals of vectors, lists and maps are JSON, which says doubles and integers exactly.
/// </summary>
internal static class ClickHouseComposites
{
    // None of a source's columns has a dollar in its name.
    private const string Item = "\"$item\"";
    private const string Category = "\"$category\"";
    private const string Pair = "(\"$key\", \"$count\")";

    /// <summary>Sum or average of each number of a vector by itself; null of no vectors.</summary>
    public static SqlExpression PerNumber(AggregateRequest aggregate)
    {
        var isThere = new SqlNullTest(aggregate.Argument!, IsNegated: true);
        var perNumber = new SqlCall(
            aggregate.Kind is AggregateKind.Sum ? "sumForEach" : "avgForEach",
            EquatableArray.Of(Numbers(SqlCall.Of("assumeNotNull", aggregate.Argument!), aggregate.ArgumentType.Length)),
            Filter: aggregate.Filter is { } filter ? SqlMake.And(filter, isThere) : isThere);
        return SqlCall.Of("nullIf", SqlCall.Of("toJSONString", perNumber), new SqlAtom("'[]'"));
    }

    /// <summary>The values with what orders them.</summary>
    public static SqlExpression InOrder(AggregateRequest aggregate, SqlExpression order) =>
        aggregate.Call("groupArray", SqlCall.Of("tuple", order, Part(aggregate)));

    /// <summary>The rows' keys with their amounts, neither of them null.</summary>
    public static SqlExpression Pairs(AggregateRequest aggregate) =>
        aggregate.Call("groupArray", SqlCall.Of("tuple", Part(aggregate), SqlCall.Of("assumeNotNull", aggregate.Amount!)));

    /// <summary>The list or map in JSON; an entry is an array of key and value.</summary>
    public static SqlExpression Json(Aggregate aggregate, SqlExpression value) => SqlCall.Of("toJSONString", aggregate.Kind switch
    {
        AggregateKind.FirstK => Values(First(aggregate, SqlCall.Of("arraySort", value))),
        AggregateKind.LatestK => Values(First(aggregate, SqlCall.Of("arrayReverseSort", value))),

        // Most frequent first, of those equally frequent the least.
        AggregateKind.TopK => Values(First(aggregate, SqlCall.Of(
            "arraySort", Map(Pair, "(-toInt64(\"$count\"), \"$key\")", Keys(value), Counts(value))))),
        AggregateKind.CountBy => Map(Pair, Pair, Keys(value), Counts(value)),
        _ => Totals(value, aggregate.Type.Element!),
    });

    /// <summary>A value as part of a list or a key of a map. A comparison's outcome is a number until it is told to be a Bool.</summary>
    public static SqlExpression Part(AggregateRequest aggregate)
    {
        var value = SqlCall.Of("assumeNotNull", aggregate.Argument!);
        return aggregate.ArgumentType.Kind is ScalarKind.Boolean ? new SqlCast(value, "Bool")
            : aggregate.ArgumentType.IsFloating ? SqlMake.Add(value, SqlDialect.Floating(0))
            : value;
    }

    /// <summary>Of pairs the sum by key: of integers one size wider, so that only a total that does not fit fails; JSON has null for what is not finite.</summary>
    private static SqlExpression Totals(SqlExpression pairs, ScalarType type)
    {
        var amounts = Map(
            Item,
            $"{(type.IsFloating ? "toFloat64" : "toInt128")}(tupleElement({Item}, 2))",
            SqlCall.Of("arrayFilter", new SqlLambda(Item, new SqlAtom($"tupleElement({Item}, 1) = {Category}")), pairs));
        var sum = SqlCall.Of("arraySum", amounts);
        var total = type.IsFloating ? sum : ClickHouseDialect.Checked(sum, ScalarKind.Int64);
        var keys = SqlCall.Of("arrayDistinct", Map(Item, $"tupleElement({Item}, 1)", pairs));
        return SqlCall.Of("arrayMap", new SqlLambda(Category, SqlCall.Of("tuple", new SqlAtom(Category), total)), keys);
    }

    /// <summary>The numbers of a vector as doubles. Of a positive one the sign bit is flipped, of a negative one all bits; the most significant byte comes first.</summary>
    private static SqlExpression Numbers(SqlExpression vector, int length)
    {
        var bytes = SqlCall.Of("substring", vector, new SqlAtom($"4 * {Item} + 2"), SqlMake.Long(4));
        var ordered = SqlCall.Of(
            "arrayMap",
            new SqlLambda(Item, SqlCall.Of("reinterpretAsUInt32", SqlCall.Of("reverse", bytes))),
            SqlCall.Of("range", SqlMake.Long(length)));
        return Map(
            Item,
            $"toFloat64(reinterpretAsFloat32(toUInt32(if({Item} >= 2147483648, {Item} - 2147483648, 4294967295 - {Item}))))",
            ordered);
    }

    private static SqlExpression First(Aggregate aggregate, SqlExpression items) =>
        SqlCall.Of("arraySlice", items, SqlMake.Long(1), SqlMake.Long((long)aggregate.Parameters[0].Value!));

    private static SqlExpression Values(SqlExpression tuples) => Map(Item, $"tupleElement({Item}, 2)", tuples);

    private static SqlExpression Map(string parameter, string body, params SqlExpression[] lists) =>
        SqlCall.Of("arrayMap", [new SqlLambda(parameter, new SqlAtom(body)), .. lists]);

    private static SqlExpression Keys(SqlExpression histogram) => SqlCall.Of("tupleElement", histogram, SqlMake.Long(1));

    private static SqlExpression Counts(SqlExpression histogram) => SqlCall.Of("tupleElement", histogram, SqlMake.Long(2));
}
