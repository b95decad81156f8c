namespace TypedFeatures.Plans;

/// <summary>
/// A typed scalar expression with C# meaning: lifted operators, two-valued comparisons, checked integers.
/// Row-level expressions speak of one joined row (<see cref="ColumnOf"/>, <see cref="IsMatched"/>); feature-level
/// expressions speak of one entity at one instant (<see cref="KeyOf"/>, <see cref="AsOfInstant"/>, <see cref="Aggregate"/>).
/// </summary>
/// <param name="Type">The type of the value.</param>
public abstract record Scalar(ScalarType Type);

/// <summary>A constant: null, or bool, int, long, float, double, string, or the member name of an enum, or
/// microseconds (long) for instants and lengths of time, days (int) for dates, units (long) for decimals, lower-case text for GUIDs.</summary>
public sealed record Constant(ScalarType Type, object? Value) : Scalar(Type);

/// <summary>A column of the row at hand.</summary>
/// <param name="Type">Its type; nullable for every column of a left-joined dimension.</param>
/// <param name="Source">0 for the event, 1 and up for the joined dimensions in join order.</param>
/// <param name="Property">The C# property of the source's row type.</param>
public sealed record ColumnOf(ScalarType Type, int Source, string Property) : Scalar(Type)
{
    /// <summary>How exactly engines agree on it; a joined view's features alone are less than exact.</summary>
    public Precision Precision { get; init; }
}

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

/// <summary>
/// A numeric conversion, lifted over null: widening, or checked and truncating toward zero; of an enum member its value. From decimal to decimal the same value at
/// a scale that is not coarser, which fails where its units are more than the type's limit.
/// </summary>
public sealed record Conversion(ScalarType Type, Scalar Operand) : Scalar(Type);

/// <summary>One of two values; only the chosen one is computed.</summary>
public sealed record Conditional(ScalarType Type, Scalar Test, Scalar WhenTrue, Scalar WhenFalse) : Scalar(Type);

/// <summary>A function of the language applied to arguments; strict (null in, null out) unless the function says otherwise.</summary>
public sealed record Call(ScalarType Type, ScalarFunction Function, EquatableArray<Scalar> Arguments) : Scalar(Type);
