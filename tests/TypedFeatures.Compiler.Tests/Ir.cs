using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Tests;

/// <summary>Short names for plan nodes, so that an expectation fits on a line.</summary>
internal static class Ir
{
    public static readonly ScalarType LongType = ScalarType.Int64;
    public static readonly ScalarType IntType = ScalarType.Int32;
    public static readonly ScalarType DoubleType = ScalarType.Double;
    public static readonly ScalarType TextType = ScalarType.String;
    public static readonly ScalarType BoolType = ScalarType.Boolean;
    public static readonly ScalarType InstantType = ScalarType.DateTime;
    public static readonly ScalarType SpanType = ScalarType.TimeSpan;

    public static Scalar Of(string property, ScalarType type, int source = 0) => new ColumnOf(type, source, property);

    public static Scalar Is(object value) => value switch
    {
        bool => new Constant(BoolType, value),
        int => new Constant(IntType, value),
        long => new Constant(LongType, value),
        double => new Constant(DoubleType, value),
        string => new Constant(TextType, value),
        _ => throw new ArgumentException($"No constant for {value.GetType()}.", nameof(value)),
    };

    public static Scalar Binary(ScalarType type, BinaryOperator @operator, Scalar left, Scalar right) => new Binary(type, @operator, left, right);

    public static Scalar Compare(BinaryOperator @operator, Scalar left, Scalar right) => new Binary(BoolType, @operator, left, right);

    public static Scalar And(Scalar left, Scalar right) => Compare(BinaryOperator.And, left, right);

    public static Scalar Not(Scalar operand) => new Unary(BoolType, UnaryOperator.Not, operand);

    public static Scalar IsNull(Scalar operand) => new Unary(BoolType, UnaryOperator.IsNull, operand);

    public static Scalar Value(Scalar operand) => new Unary(operand.Type.NonNullable, UnaryOperator.Value, operand);

    public static Scalar Call(ScalarType type, ScalarFunction function, params Scalar[] arguments) =>
        new Call(type, function, EquatableArray.Of(arguments));

    public static WindowBounds Days(int days) => new(days * 86_400_000_000L);

    public static readonly WindowBounds All = new(null);
}
