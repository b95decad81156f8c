namespace TypedFeatures.Plans;

/// <summary>What an aggregate makes of a window without values.</summary>
public enum EmptyValue
{
    /// <summary>Null.</summary>
    Null,

    /// <summary>Zero of the result's type.</summary>
    Zero,

    /// <summary>False.</summary>
    False,
}

/// <summary>What an aggregate takes of a row.</summary>
public enum AggregateArgument
{
    /// <summary>Nothing: it counts rows.</summary>
    None,

    /// <summary>A value as it is.</summary>
    Value,

    /// <summary>A value; singles as doubles, as totals are kept in double whatever the column stores.</summary>
    Wide,

    /// <summary>A number as a double.</summary>
    Double,
}

/// <summary>What else the accumulator of an aggregate is told of a row.</summary>
public enum AggregateStep
{
    /// <summary>The value alone, or nothing where there is no argument.</summary>
    Value,

    /// <summary>The value and the row's place in order.</summary>
    ValueInOrder,

    /// <summary>The value, the row's event time and the parameters.</summary>
    ValueInTime,
}

/// <summary>How the result is read from the accumulator.</summary>
public enum AggregateRead
{
    /// <summary><c>Result</c>, a property.</summary>
    Result,

    /// <summary><c>HasValue</c> and <c>Value</c>, properties.</summary>
    Value,

    /// <summary><c>Result(…)</c>, a method of the parameters.</summary>
    OfParameters,

    /// <summary><c>Result(…)</c>, a method of the as-of instant and the parameters.</summary>
    OfInstant,
}

/// <summary>How the state of an aggregate grows with the events of its entity.</summary>
public enum GrowthClass
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>With the number of tiles its window spans.</summary>
    PerTile,

    /// <summary>With the number of events, or of distinct values.</summary>
    PerEvent,
}

/// <summary>A constant that an aggregate wants besides its value.</summary>
/// <param name="Name">The name of the method's parameter.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="IsAllowed">Whether a value will do; an instant's microseconds, a double.</param>
/// <param name="Rule">Which values will do, in words that follow "must be".</param>
public sealed record AggregateParameter(string Name, ScalarKind Kind, Func<object, bool> IsAllowed, string Rule);

/// <summary>
/// All there is to be known of an aggregate, but for its spelling on each engine. The binder, the lowering, the online plan and the emitter read it here.
/// </summary>
/// <param name="Kind">Which aggregate.</param>
/// <param name="Method">The method of the language; <c>Count</c> and <c>Any</c> also take a predicate.</param>
/// <param name="Word">The word for it in column names.</param>
/// <param name="Argument">What it takes of a row.</param>
/// <param name="Result">The type of the result, of the argument's (of a long where there is none).</param>
/// <param name="Empty">The result of nothing.</param>
/// <param name="Accumulator">The name of the online accumulator for an argument of a type.</param>
public sealed record AggregateInfo(
    AggregateKind Kind,
    string Method,
    string Word,
    AggregateArgument Argument,
    Func<ScalarType, ScalarType> Result,
    EmptyValue Empty,
    Func<ScalarType, string> Accumulator)
{
    /// <summary>Whether the accumulator is generic over the type of the values.</summary>
    public bool IsOfAnyType { get; init; }

    /// <summary>What the accumulator is told of a row.</summary>
    public AggregateStep Step { get; init; }

    /// <summary>How the result is read.</summary>
    public AggregateRead Read { get; init; }

    /// <summary>Whether the order among rows of one event time matters.</summary>
    public bool IsOrdered => Step == AggregateStep.ValueInOrder;

    /// <summary>
    /// Whether accumulators of constant size merge into that of the rows of both. Then the whole past takes constant space and a tiled window that of its tiles;
    /// else both grow with every event.
    /// </summary>
    public bool IsMergeable { get; init; }

    /// <summary>Whether enums are compared by value, so that they pass through SQL as numbers.</summary>
    public bool ComparesValues { get; init; }

    /// <summary>Whether a floating result can leave the finite numbers though the values are finite.</summary>
    public bool MayOverflow { get; init; }

    /// <summary>What it wants besides the value.</summary>
    public EquatableArray<AggregateParameter> Parameters { get; init; }

    /// <summary>How its state grows over a window.</summary>
    public GrowthClass GrowthOver(WindowBounds window) =>
        window.Length is null && IsMergeable ? GrowthClass.Constant : GrowthClass.PerEvent;
}
