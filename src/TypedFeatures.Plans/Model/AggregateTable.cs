namespace TypedFeatures.Plans;

/// <summary>
/// The table of aggregates. A new one is an entry here, a line in each dialect's <c>Aggregate</c>, its method in the language and, where none fits, an accumulator.
/// </summary>
public static class AggregateTable
{
    /// <summary>The greatest length of a list.</summary>
    public const long LongestList = 1000;

    /// <summary>The greatest magnitude that is squared: however many such squares are added, they stay inside of the doubles.</summary>
    public const double GreatestToSquare = 1e140;

    private static readonly Func<ScalarType, ScalarType> Long = _ => ScalarType.Int64;
    private static readonly Func<ScalarType, ScalarType> DoubleOrNull = _ => ScalarType.Double.Nullable;
    private static readonly Func<ScalarType, ScalarType> ValueOrNull = argument => argument.Nullable;

    /// <summary>How many items a list may have: enough for a model's input, few enough for a state that is written with every change.</summary>
    private static readonly AggregateParameter LengthOfList = new("k", ScalarKind.Int64, value => value is >= 1L and <= LongestList, "from 1 to 1000");

    /// <summary>The aggregates, in the order of their kinds.</summary>
    public static EquatableArray<AggregateInfo> All { get; } = EquatableArray.Of(
        new AggregateInfo(AggregateKind.Count, "Count", "count", AggregateArgument.None, Long, EmptyValue.Zero, _ => "CountAccumulator") { IsMergeable = true },
        new AggregateInfo(AggregateKind.Any, "Any", "any", AggregateArgument.None, _ => ScalarType.Boolean, EmptyValue.False, _ => "AnyAccumulator") { IsMergeable = true },
        new AggregateInfo(AggregateKind.Sum, "Sum", "sum", AggregateArgument.Wide, TotalOf, EmptyValue.Zero, SumOf) { IsMergeable = true, MayOverflow = true },
        new AggregateInfo(
            AggregateKind.Average,
            "Average",
            "average",
            AggregateArgument.Wide,
            argument => argument.Kind is ScalarKind.Vector ? argument.Nullable : ScalarType.Double.Nullable,
            EmptyValue.Null,
            argument => argument.Kind is ScalarKind.Vector ? "VectorAverageAccumulator" : argument.IsInteger ? "IntegerAverageAccumulator" : "DoubleAverageAccumulator") { IsMergeable = true, MayOverflow = true },
        Picking(AggregateKind.Min, "Min", "MinAccumulator") with { IsMergeable = true, ComparesValues = true },
        Picking(AggregateKind.Max, "Max", "MaxAccumulator") with { IsMergeable = true, ComparesValues = true },
        new AggregateInfo(AggregateKind.CountDistinct, "CountDistinct", "distinct", AggregateArgument.Value, Long, EmptyValue.Zero, _ => "CountDistinctAccumulator") { IsOfAnyType = true },
        Picking(AggregateKind.Mode, "Mode", "ModeAccumulator") with { ComparesValues = true },
        Picking(AggregateKind.Latest, "Latest", "LatestAccumulator") with { Step = AggregateStep.ValueInOrder, IsMergeable = true },
        Picking(AggregateKind.First, "First", "FirstAccumulator") with { Step = AggregateStep.ValueInOrder, IsMergeable = true },
        Listing(AggregateKind.FirstK, "FirstK", "FirstKAccumulator") with { Step = AggregateStep.ValueInOrder, IsMergeable = true },
        Listing(AggregateKind.LatestK, "LatestK", "LatestKAccumulator") with { Step = AggregateStep.ValueInOrder, IsMergeable = true },
        Listing(AggregateKind.TopK, "TopK", "TopKAccumulator") with { Read = AggregateRead.OfParameters, ComparesValues = true },
        Mapping(AggregateKind.CountBy, "CountBy", "CountByAccumulator"),
        Mapping(AggregateKind.SumBy, "SumBy", "SumByAccumulator") with { Step = AggregateStep.ValueAndAmount, MayOverflow = true },
        Scatter(AggregateKind.Variance, "variance"),
        Scatter(AggregateKind.StandardDeviation, "deviation"),
        Scatter(AggregateKind.PopulationVariance, "population_variance"),
        Scatter(AggregateKind.PopulationStandardDeviation, "population_deviation"),
        new AggregateInfo(
            AggregateKind.Percentile, "Percentile", "percentile", AggregateArgument.Double, DoubleOrNull, EmptyValue.Null, _ => "PercentileAccumulator")
        {
            Read = AggregateRead.OfParameters,
            Parameters = EquatableArray.Of(new AggregateParameter("p", ScalarKind.Double, p => p is >= 0.0 and <= 1.0, "a constant from 0 to 1")),
        },
        new AggregateInfo(
            AggregateKind.DecayedSum, "DecayedSum", "decayed_sum", AggregateArgument.Double, _ => ScalarType.Double, EmptyValue.Zero, _ => "DecayedSumAccumulator")
        {
            Step = AggregateStep.ValueInTime,
            Read = AggregateRead.OfInstant,
            IsMergeable = true,
            MayOverflow = true,
            Parameters = EquatableArray.Of(new AggregateParameter("halfLife", ScalarKind.TimeSpan, h => h is > 0L, "a constant length of time, positive and whole microseconds")),
        });

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

    private static AggregateInfo Scatter(AggregateKind kind, string word) =>
        new(kind, kind.ToString(), word, AggregateArgument.Double, DoubleOrNull, EmptyValue.Null, _ => "MomentsAccumulator")
        {
            ResultMember = kind.ToString(),
            IsMergeable = true,
            SquaresValues = true,
        };

    private static AggregateInfo Listing(AggregateKind kind, string method, string accumulator) =>
        new(kind, method, method.ToLowerInvariant(), AggregateArgument.Value, ScalarType.ListOf, EmptyValue.Empty, _ => accumulator)
        {
            IsOfAnyType = true,
            Parameters = EquatableArray.Of(LengthOfList),
        };

    private static AggregateInfo Mapping(AggregateKind kind, string method, string accumulator) =>
        new(kind, method, method.ToLowerInvariant(), AggregateArgument.Value, key => ScalarType.MapOf(key, ScalarType.Int64), EmptyValue.Empty, _ => accumulator)
        {
            IsOfAnyType = true,
        };

    /// <summary>The total of decimals has as many digits as one may be declared with, after the point as many as they.</summary>
    private static ScalarType TotalOf(ScalarType argument) =>
        argument.Kind is ScalarKind.Decimal ? ScalarType.DecimalOf(ScalarType.MostDigits, argument.Scale) : argument.NonNullable;

    private static string SumOf(ScalarType argument) => argument.Kind switch
    {
        ScalarKind.Int32 => "Int32SumAccumulator",
        ScalarKind.Int64 => "Int64SumAccumulator",
        ScalarKind.TimeSpan => "TimeSpanSumAccumulator",
        ScalarKind.Vector => "VectorSumAccumulator",
        _ => "DoubleSumAccumulator",
    };
}
