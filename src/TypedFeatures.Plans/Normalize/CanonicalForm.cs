namespace TypedFeatures.Plans.Normalize;

/// <summary>
/// The canonical order of an expression, so that definitions that mean the same hash the same: conjunctions and disjunctions flattened, sorted
/// and without repeats; operands of commutative operators sorted; <c>a &gt; b</c> as <c>b &lt; a</c>; double negation gone.
/// Only what is exact on every value is reordered: + and × commute in floating point, but do not associate.
/// </summary>
internal static class CanonicalForm
{
    /// <summary>The canonical form of an expression.</summary>
    public static Scalar Of(Scalar value) => value switch
    {
        Binary { Operator: BinaryOperator.And or BinaryOperator.Or } b => Chain(b),
        Binary { Operator: BinaryOperator.Greater } b => Of(Flip(b, BinaryOperator.Less)),
        Binary { Operator: BinaryOperator.GreaterOrEqual } b => Of(Flip(b, BinaryOperator.LessOrEqual)),
        Binary b when Commutes(b) => Sorted(b with { Left = Of(b.Left), Right = Of(b.Right) }),
        Binary b => b with { Left = Of(b.Left), Right = Of(b.Right) },
        Unary { Operator: UnaryOperator.Not, Operand: Unary { Operator: UnaryOperator.Not } inner } => Of(inner.Operand),
        Unary u => u with { Operand = Of(u.Operand) },
        Conversion c => c with { Operand = Of(c.Operand) },
        Conditional c => c with { Test = Of(c.Test), WhenTrue = Of(c.WhenTrue), WhenFalse = Of(c.WhenFalse) },
        Call c => c with { Arguments = c.Arguments.Select(Of).ToEquatableArray() },
        Aggregate a => a with
        {
            Argument = a.Argument is { } argument ? Of(argument) : null,
            Amount = a.Amount is { } amount ? Of(amount) : null,
            Predicate = a.Predicate is { } predicate ? Of(predicate) : null,
        },
        _ => value,
    };

    private static bool Commutes(Binary node) => node.Operator switch
    {
        BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Multiply => true,
        BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor => true,
        BinaryOperator.Add => node.Left.Type.Kind == node.Right.Type.Kind,
        _ => false,
    };

    private static Binary Flip(Binary node, BinaryOperator op) => node with { Operator = op, Left = node.Right, Right = node.Left };

    private static Binary Sorted(Binary node) =>
        string.CompareOrdinal(ScalarText.Of(node.Left), ScalarText.Of(node.Right)) <= 0 ? node : Flip(node, node.Operator);

    private static Scalar Chain(Binary chain)
    {
        var operands = Flatten(chain, chain.Operator)
            .Select(Of)
            .GroupBy(v => ScalarText.Of(v))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.First());
        return operands.Aggregate((left, right) => new Binary(chain.Type, chain.Operator, left, right));
    }

    private static IEnumerable<Scalar> Flatten(Scalar value, BinaryOperator op) => value is Binary binary && binary.Operator == op
        ? Flatten(binary.Left, op).Concat(Flatten(binary.Right, op))
        : [value];
}
