namespace TypedFeatures.Plans;

/// <summary>
/// The table of aggregates. A new one is an entry here, a line in each dialect's <c>Aggregate</c>, its method in the language and, where none fits, an accumulator.
/// </summary>
public static class AggregateTable
{
    private static readonly Func<ScalarType, ScalarType> Long = _ => ScalarType.Int64;
    private static readonly Func<ScalarType, ScalarType> DoubleOrNull = _ => ScalarType.Double.Nullable;
    private static readonly Func<ScalarType, ScalarType> ValueOrNull = argument => argument.Nullable;

    /// <summary>The aggregates, in the order of their kinds.</summary>
    public static EquatableArray<AggregateInfo> All { get; } = EquatableArray.Of(
        new AggregateInfo(AggregateKind.Count, "Count", "count", AggregateArgument.None, Long, EmptyValue.Zero, _ => "CountAccumulator") { IsMergeable = true },
        new AggregateInfo(AggregateKind.Any, "Any", "any", AggregateArgument.None, _ => ScalarType.Boolean, EmptyValue.False, _ => "AnyAccumulator") { IsMergeable = true },
        new AggregateInfo(AggregateKind.Sum, "Sum", "sum", AggregateArgument.Wide, argument => argument.NonNullable, EmptyValue.Zero, SumOf) { IsMergeable = true, MayOverflow = true },
        new AggregateInfo(
            AggregateKind.Average,
            "Average",
            "average",
            AggregateArgument.Wide,
            DoubleOrNull,
            EmptyValue.Null,
            argument => argument.IsInteger ? "IntegerAverageAccumulator" : "DoubleAverageAccumulator") { IsMergeable = true, MayOverflow = true },
        Picking(AggregateKind.Min, "Min", "MinAccumulator") with { IsMergeable = true, ComparesValues = true },
        Picking(AggregateKind.Max, "Max", "MaxAccumulator") with { IsMergeable = true, ComparesValues = true },
        new AggregateInfo(AggregateKind.CountDistinct, "CountDistinct", "distinct", AggregateArgument.Value, Long, EmptyValue.Zero, _ => "CountDistinctAccumulator") { IsOfAnyType = true },
        Picking(AggregateKind.Mode, "Mode", "ModeAccumulator") with { ComparesValues = true },
        Picking(AggregateKind.Latest, "Latest", "LatestAccumulator") with { Step = AggregateStep.ValueInOrder, IsMergeable = true },
        Picking(AggregateKind.First, "First", "FirstAccumulator") with { Step = AggregateStep.ValueInOrder, IsMergeable = true });

    /// <summary>The entry of a kind.</summary>
    public static AggregateInfo Of(AggregateKind kind) => All[(int)kind];

    /// <summary>The entry of a method that takes a selector; null where there is none.</summary>
    public static AggregateInfo? OfValues(string method) =>
        All.FirstOrDefault(a => a.Argument != AggregateArgument.None && a.Method == method);

    private static AggregateInfo Picking(AggregateKind kind, string method, string accumulator) =>
        new(kind, method, method.ToLowerInvariant(), AggregateArgument.Value, ValueOrNull, EmptyValue.Null, _ => accumulator)
        {
            IsOfAnyType = true,
            Read = AggregateRead.Value,
        };

    private static string SumOf(ScalarType argument) => argument.Kind switch
    {
        ScalarKind.Int32 => "Int32SumAccumulator",
        ScalarKind.Int64 => "Int64SumAccumulator",
        ScalarKind.TimeSpan => "TimeSpanSumAccumulator",
        _ => "DoubleSumAccumulator",
    };
}
