namespace TypedFeatures.Plans;

/// <summary>An aggregate over the rows of a window. What is to be known of its kind is in <see cref="AggregateTable"/>.</summary>
/// <param name="Type">The type of the result: nullable where an empty window has no value.</param>
/// <param name="Kind">Which aggregate.</param>
/// <param name="Window">Over which rows.</param>
/// <param name="Argument">The row-level value; null for those that count rows.</param>
/// <param name="Predicate">Which of the window's rows, a row-level condition; null for all.</param>
public sealed record Aggregate(
    ScalarType Type, AggregateKind Kind, WindowBounds Window, Scalar? Argument, Scalar? Predicate) : Scalar(Type)
{
    /// <summary>What the kind wants to know besides the value, in the order of <see cref="AggregateInfo.Parameters"/>: a rank, a half-life.</summary>
    public EquatableArray<Constant> Parameters { get; init; }

    /// <summary>The row-level number that is summed by the argument; null but for <see cref="AggregateKind.SumBy"/>.</summary>
    public Scalar? Amount { get; init; }

    /// <summary>What is to be known of the kind.</summary>
    public AggregateInfo Info => AggregateTable.Of(Kind);
}

/// <summary>The aggregates of the language.</summary>
public enum AggregateKind
{
    /// <summary>The number of rows, a long.</summary>
    Count,

    /// <summary>Whether there is a row. (<c>All(p)</c> is bound as not any that fails <c>p</c>.)</summary>
    Any,

    /// <summary>The sum of the non-null values; 0 of none; of integers exact or an overflow.</summary>
    Sum,

    /// <summary>The mean of the non-null values, a double; null of none; of integers the exact sum divided by the count.</summary>
    Average,

    /// <summary>The smallest non-null value.</summary>
    Min,

    /// <summary>The greatest non-null value.</summary>
    Max,

    /// <summary>The number of distinct non-null values, a long.</summary>
    CountDistinct,

    /// <summary>The most frequent non-null value; of equals the smallest.</summary>
    Mode,

    /// <summary>The non-null value of the last row in order.</summary>
    Latest,

    /// <summary>The non-null value of the first row in order.</summary>
    First,

    /// <summary>The non-null values of the first rows in order, oldest first, at most k; a list.</summary>
    FirstK,

    /// <summary>The non-null values of the last rows in order, newest first, at most k; a list.</summary>
    LatestK,

    /// <summary>The most frequent non-null values, most frequent first and of equals the smallest, at most k; a list.</summary>
    TopK,

    /// <summary>The number of rows by non-null value; a map.</summary>
    CountBy,

    /// <summary>The sum of the non-null <see cref="Aggregate.Amount"/>s by non-null value; a map.</summary>
    SumBy,

    /// <summary>The sample variance of the non-null values, a double; null below two, and where a value is too great to be squared.</summary>
    Variance,

    /// <summary>The square root of <see cref="Variance"/>.</summary>
    StandardDeviation,

    /// <summary>The population variance of the non-null values, a double; null of none, and where a value is too great to be squared.</summary>
    PopulationVariance,

    /// <summary>The square root of <see cref="PopulationVariance"/>.</summary>
    PopulationStandardDeviation,

    /// <summary>The value at a share of the sorted non-null values, linearly interpolated, a double; null of none. <c>Median</c> is that at 0.5.</summary>
    Percentile,

    /// <summary>The sum of the non-null values as they have decayed by the as-of instant, a double; 0 of none.</summary>
    DecayedSum,
}
