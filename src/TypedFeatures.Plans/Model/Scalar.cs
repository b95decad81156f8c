namespace TypedFeatures.Plans;

/// <summary>
/// A typed scalar expression with C# meaning: lifted operators, two-valued comparisons, checked integers.
/// Row-level expressions speak of one joined row (<see cref="ColumnOf"/>, <see cref="IsMatched"/>); feature-level
/// expressions speak of one entity at one instant (<see cref="KeyOf"/>, <see cref="AsOfInstant"/>, <see cref="Aggregate"/>).
/// </summary>
/// <param name="Type">The type of the value.</param>
public abstract record Scalar(ScalarType Type);

/// <summary>A constant: null, or bool, int, long, float, double, string, or the member name of an enum, or
/// microseconds (long) for instants and lengths of time, days (int) for dates, lower-case text for GUIDs.</summary>
public sealed record Constant(ScalarType Type, object? Value) : Scalar(Type);

/// <summary>A column of the row at hand.</summary>
/// <param name="Type">Its type; nullable for every column of a left-joined dimension.</param>
/// <param name="Source">0 for the event, 1 and up for the joined dimensions in join order.</param>
/// <param name="Property">The C# property of the source's row type.</param>
public sealed record ColumnOf(ScalarType Type, int Source, string Property) : Scalar(Type);

/// <summary>Whether a left-joined dimension had a row.</summary>
/// <param name="Source">The dimension, from 1 in join order.</param>
public sealed record IsMatched(int Source) : Scalar(ScalarType.Boolean);

/// <summary>The as-of instant.</summary>
public sealed record AsOfInstant() : Scalar(ScalarType.DateTime);

/// <summary>A part of the entity key.</summary>
/// <param name="Type">Never nullable: a null in any part of a key is no entity.</param>
/// <param name="Index">The part, an index into <see cref="ViewPlan.Keys"/>.</param>
public sealed record KeyOf(ScalarType Type, int Index) : Scalar(Type);

/// <summary>Operators on one operand, lifted over null.</summary>
public enum UnaryOperator
{
    /// <summary>Logical negation; of a bool that may be null lifted, as in SQL.</summary>
    Not,

    /// <summary>Arithmetic negation; checked on integers.</summary>
    Negate,

    /// <summary>Whether the operand is null; never null itself.</summary>
    IsNull,

    /// <summary>The value of an operand that must not be null (<c>.Value</c>); only where the binder proved it.</summary>
    Value,

    /// <summary>SQL only, made by <c>NullSemantics</c>: true where the operand is, false where it is false or unknown.</summary>
    IsTrue,

    /// <summary>SQL only, made by <c>NullSemantics</c>: null where a computed double is not a number.</summary>
    NullIfNaN,
}

/// <summary>An operator applied to one operand.</summary>
public sealed record Unary(ScalarType Type, UnaryOperator Operator, Scalar Operand) : Scalar(Type);

/// <summary>Operators on two operands of one kind.</summary>
public enum BinaryOperator
{
    /// <summary>Sum; of an instant and a length of time too.</summary>
    Add,

    /// <summary>Difference; of two instants a length of time.</summary>
    Subtract,

    /// <summary>Product.</summary>
    Multiply,

    /// <summary>Quotient; of integers truncated. The binder proved the divisor non-zero.</summary>
    Divide,

    /// <summary>Remainder with the dividend's sign. The binder proved the divisor non-zero.</summary>
    Remainder,

    /// <summary>Equality; null equals null; never null itself.</summary>
    Equal,

    /// <summary>The negation of <see cref="Equal"/>.</summary>
    NotEqual,

    /// <summary>Order; false where either is null.</summary>
    Less,

    /// <summary>Order; false where either is null.</summary>
    LessOrEqual,

    /// <summary>Order; false where either is null.</summary>
    Greater,

    /// <summary>Order; false where either is null.</summary>
    GreaterOrEqual,

    /// <summary>Conjunction; of bools that may be null three-valued (false and null is false), with both sides computed.</summary>
    And,

    /// <summary>Disjunction; of bools that may be null three-valued (true or null is true), with both sides computed.</summary>
    Or,

    /// <summary>The left operand unless it is null, else the right.</summary>
    Coalesce,

    /// <summary>The bits both integers have.</summary>
    BitAnd,

    /// <summary>The bits either integer has.</summary>
    BitOr,

    /// <summary>The bits one of the integers has.</summary>
    BitXor,

    /// <summary>The left integer shifted right, its sign kept; the right operand is a constant within the width of the left.</summary>
    ShiftRight,

    /// <summary>SQL only, made by <c>NullSemantics</c>: equality in which null equals null.</summary>
    IsNotDistinct,

    /// <summary>SQL only, made by <c>NullSemantics</c>: the negation of <see cref="IsNotDistinct"/>.</summary>
    IsDistinct,
}

/// <summary>An operator applied to two operands; arithmetic operands have the same kind up to nullability
/// (the binder made conversions explicit), except instant ± length of time.</summary>
public sealed record Binary(ScalarType Type, BinaryOperator Operator, Scalar Left, Scalar Right) : Scalar(Type);

/// <summary>A numeric conversion, lifted over null: widening, or checked and truncating toward zero; of an enum member its value.</summary>
public sealed record Conversion(ScalarType Type, Scalar Operand) : Scalar(Type);

/// <summary>One of two values; only the chosen one is computed.</summary>
public sealed record Conditional(ScalarType Type, Scalar Test, Scalar WhenTrue, Scalar WhenFalse) : Scalar(Type);

/// <summary>A function of the language applied to arguments; strict (null in, null out) unless the function says otherwise.</summary>
public sealed record Call(ScalarType Type, ScalarFunction Function, EquatableArray<Scalar> Arguments) : Scalar(Type);

/// <summary>An aggregate over the rows of a window.</summary>
/// <param name="Type">The type of the result: nullable where an empty window has no value.</param>
/// <param name="Kind">Which aggregate.</param>
/// <param name="Window">Over which rows.</param>
/// <param name="Argument">The row-level value; null for those that count rows.</param>
/// <param name="Predicate">Which of the window's rows, a row-level condition; null for all.</param>
public sealed record Aggregate(
    ScalarType Type, AggregateKind Kind, WindowBounds Window, Scalar? Argument, Scalar? Predicate) : Scalar(Type);

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
