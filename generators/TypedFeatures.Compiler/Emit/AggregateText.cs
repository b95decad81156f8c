using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>The table of aggregates: which accumulator, how it takes a value, how its result is read.</summary>
internal static class AggregateText
{
    /// <summary>The accumulator's type.</summary>
    public static string Accumulator(Aggregate aggregate, OnlineModel model) => Names.Online + (aggregate.Kind switch
    {
        AggregateKind.Count => "CountAccumulator",
        AggregateKind.Any => "AnyAccumulator",
        AggregateKind.Sum => Argument(aggregate).Kind switch
        {
            ScalarKind.Int32 => "Int32SumAccumulator",
            ScalarKind.Int64 => "Int64SumAccumulator",
            ScalarKind.TimeSpan => "TimeSpanSumAccumulator",
            _ => "DoubleSumAccumulator",
        },
        AggregateKind.Average => Argument(aggregate).IsInteger ? "IntegerAverageAccumulator" : "DoubleAverageAccumulator",
        AggregateKind.Min => "MinAccumulator" + Kinds(aggregate),
        AggregateKind.Max => "MaxAccumulator" + Kinds(aggregate),
        AggregateKind.CountDistinct => "CountDistinctAccumulator" + Kinds(aggregate),
        AggregateKind.Mode => "ModeAccumulator" + Kinds(aggregate),
        AggregateKind.Latest => "LatestAccumulator" + Kinds(aggregate, model.EventIdType),
        AggregateKind.First => "FirstAccumulator" + Kinds(aggregate, model.EventIdType),
        _ => throw new InvalidOperationException($"Aggregate {aggregate.Kind} has no accumulator."),
    });

    /// <summary>The statement that takes a value, or a row where there is no argument.</summary>
    public static string Add(Aggregate aggregate, string field, string? value) => aggregate.Kind switch
    {
        AggregateKind.Count or AggregateKind.Any => $"{field}.Add();",
        AggregateKind.Latest or AggregateKind.First => $"{field}.Add({value}, row.Order);",
        _ => $"{field}.Add({value});",
    };

    /// <summary>The result, of the aggregate's type.</summary>
    public static string Result(Aggregate aggregate, string field) => aggregate.Kind switch
    {
        AggregateKind.Min or AggregateKind.Max or AggregateKind.Mode or AggregateKind.Latest or AggregateKind.First =>
            $"{field}.HasValue ? {field}.Value : null",
        _ => field + ".Result",
    };

    private static ScalarType Argument(Aggregate aggregate) => aggregate.Argument!.Type.NonNullable;

    private static string Kinds(Aggregate aggregate, params ScalarType[] more) =>
        "<" + string.Join(", ", new[] { Argument(aggregate) }.Concat(more).Select(t => $"{t.CSharp()}, {t.ValueKind()}")) + ">";
}
