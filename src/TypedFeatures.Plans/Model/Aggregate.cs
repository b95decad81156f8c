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

    /// <summary>What is to be known of the kind.</summary>
    public AggregateInfo Info => AggregateTable.Of(Kind);
}

/// <summary>A window at as-of <c>t</c> over event time <c>e</c>: <c>t − Length &lt; e ≤ t</c>, or <c>e ≤ t</c>.</summary>
/// <param name="Length">Microseconds, positive; null for the whole past.</param>
public sealed record WindowBounds(long? Length);

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
}
