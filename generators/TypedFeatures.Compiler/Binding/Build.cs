using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// Makes scalar nodes, leaving out what says nothing. What decides is not left out, and neither is what stands beside it: its windows are the definition's.
/// </summary>
internal static class Build
{
    public static readonly Constant True = new(ScalarType.Boolean, true);

    public static readonly Constant False = new(ScalarType.Boolean, false);

    public static Scalar And(Scalar left, Scalar right) =>
        left == True ? right : right == True ? left : new Binary(ScalarType.Boolean, BinaryOperator.And, left, right);

    public static Scalar Or(Scalar left, Scalar right) =>
        left == False ? right : right == False ? left : new Binary(ScalarType.Boolean, BinaryOperator.Or, left, right);

    public static Scalar Not(Scalar operand) => operand switch
    {
        Constant { Value: bool value } => value ? False : True,
        Unary { Operator: UnaryOperator.Not } inner => inner.Operand,
        _ => new Unary(ScalarType.Boolean, UnaryOperator.Not, operand),
    };

    public static Scalar IsNull(Scalar operand) =>
        operand is Constant { Value: null } ? True
        : operand.Type.IsNullable ? new Unary(ScalarType.Boolean, UnaryOperator.IsNull, operand)
        : False;

    public static Scalar Value(Scalar operand) =>
        operand.Type.IsNullable ? new Unary(operand.Type.NonNullable, UnaryOperator.Value, operand) : operand;

    public static Scalar Compare(BinaryOperator comparison, Scalar left, Scalar right) =>
        new Binary(ScalarType.Boolean, comparison, left, right);

    /// <summary>A numeric conversion; none where the kind stays. Null stays null.</summary>
    public static Scalar Convert(Scalar operand, ScalarKind kind) =>
        operand.Type.Kind == kind ? operand
        : operand is Constant { Value: null } ? new Constant(new ScalarType(kind, true), null)
        : new Conversion(new ScalarType(kind, operand.Type.IsNullable), operand);

    public static Scalar Call(ScalarKind result, ScalarFunction function, params Scalar[] arguments) =>
        new Call(new ScalarType(result, arguments.Any(a => a.Type.IsNullable)), function, EquatableArray.Of(arguments));
}
