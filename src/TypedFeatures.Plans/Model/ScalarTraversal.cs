namespace TypedFeatures.Plans;

/// <summary>Walks over scalar expressions.</summary>
public static class ScalarTraversal
{
    /// <summary>The direct operands, an aggregate's argument and predicate included.</summary>
    public static IEnumerable<Scalar> Operands(this Scalar node) => node switch
    {
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        Conversion conversion => [conversion.Operand],
        Conditional conditional => [conditional.Test, conditional.WhenTrue, conditional.WhenFalse],
        Call call => call.Arguments,
        Aggregate aggregate => new[] { aggregate.Argument, aggregate.Amount, aggregate.Predicate }.OfType<Scalar>(),
        _ => [],
    };

    /// <summary>The node and everything below it, parents first.</summary>
    public static IEnumerable<Scalar> DescendantsAndSelf(this Scalar node) =>
        new[] { node }.Concat(node.Operands().SelectMany(DescendantsAndSelf));

    /// <summary>Whether it is the same whatever the row, the entity and the instant.</summary>
    public static bool IsOfConstants(this Scalar node) => node is Constant || (node is not Aggregate && node.Operands().Any() && node.Operands().All(IsOfConstants));

    /// <summary>
    /// Replaces nodes from the top down: what <paramref name="replace"/> returns stands for the node as it is;
    /// where it returns null the node stays and its operands are looked at.
    /// </summary>
    public static Scalar Rewrite(this Scalar node, Func<Scalar, Scalar?> replace)
    {
        if (replace(node) is { } replacement)
        {
            return replacement;
        }

        Scalar Inner(Scalar operand) => operand.Rewrite(replace);
        return node switch
        {
            Unary unary => unary with { Operand = Inner(unary.Operand) },
            Binary binary => binary with { Left = Inner(binary.Left), Right = Inner(binary.Right) },
            Conversion conversion => conversion with { Operand = Inner(conversion.Operand) },
            Conditional conditional => conditional with
            {
                Test = Inner(conditional.Test),
                WhenTrue = Inner(conditional.WhenTrue),
                WhenFalse = Inner(conditional.WhenFalse),
            },
            Call call => call with { Arguments = call.Arguments.Select(Inner).ToEquatableArray() },
            Aggregate aggregate => aggregate with
            {
                Argument = aggregate.Argument is { } argument ? Inner(argument) : null,
                Amount = aggregate.Amount is { } amount ? Inner(amount) : null,
                Predicate = aggregate.Predicate is { } predicate ? Inner(predicate) : null,
            },
            _ => node,
        };
    }

    /// <summary>
    /// Whether computing the expression can fail on some row: checked integers, narrowing conversions, instants out of range. A
    /// <see cref="UnaryOperator.Value"/> stands behind the guard that proved it; taken from behind it, it is null where the operand is.
    /// </summary>
    public static bool MayFail(this Scalar node) => node.DescendantsAndSelf().Any(FailsByItself);

    /// <summary>Whether the expression can fail where its operands have not.</summary>
    internal static bool FailsByItself(this Scalar node) => node switch
    {
        // The binder saw to it that the units of a sum of decimals fit.
        // The years 1900 to 2299 are 400 apart, which every length of time can say.
        Binary { Operator: BinaryOperator.Subtract, Left.Type.Kind: ScalarKind.DateTime, Right.Type.Kind: ScalarKind.DateTime } => false,
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } b => !b.Type.IsFloating && b.Type.Kind is not ScalarKind.Decimal,
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } b => !b.Type.IsFloating && b.Right is not Constant { Value: not (-1 or -1L) },

        // Every whole number of microseconds that TimeSpan holds has its negation there.
        Unary { Operator: UnaryOperator.Negate } u => u.Type.IsInteger,
        Call { Function: ScalarFunction.Abs } c => c.Type.IsInteger,
        Call { Function: ScalarFunction.AddDays or ScalarFunction.AddMonths or (>= ScalarFunction.FromDays and <= ScalarFunction.FromMicroseconds) } => true,
        Call { Function: ScalarFunction.Within } => true,
        Conversion { Type.Kind: ScalarKind.Decimal, Operand.Type.Kind: ScalarKind.Decimal } c => !(c.Operand.Type.LimitAt(c.Type.Scale) <= c.Type.Limit),
        Conversion c => !IsWidening(c.Operand.Type.Kind, c.Type.Kind),
        _ => false,
    };

    /// <summary>
    /// Whether a stored instant moved by a constant stays within the years 1 to 9999, all that <see cref="DateTime"/> can say: stored ones lie in
    /// 1900 to 2299.
    /// </summary>
    public static bool StaysInTime(Binary moved)
    {
        const long Centuries18 = 1800L * 365 * 86_400_000_000;
        var instant = moved.Left is Unary { Operator: UnaryOperator.Value } proven ? proven.Operand : moved.Left;
        return instant is ColumnOf or AsOfInstant or KeyOf or Constant
            && moved.Right is Constant { Value: long and >= -Centuries18 and <= Centuries18 };
    }

    /// <summary>Whether computing a feature can fail: where <see cref="MayFail"/> says so, or a total of integers that need not fit is read.</summary>
    public static bool MayFailToTotal(this Scalar node) =>
        node.MayFail() || node.DescendantsAndSelf().Any(n => n is Aggregate { Info.MayOverflow: true } total && !total.Type.IsFloating && total.Type.Kind is not ScalarKind.Vector);

    private static bool IsWidening(ScalarKind from, ScalarKind to) => from == to || (from, to) switch
    {
        (ScalarKind.Int32, ScalarKind.Int64 or ScalarKind.Double) => true,
        (ScalarKind.Int64, ScalarKind.Double) => true,
        (ScalarKind.Single, ScalarKind.Double) => true,
        (ScalarKind.Int32 or ScalarKind.Int64, ScalarKind.Decimal) => true,
        (ScalarKind.Decimal, ScalarKind.Double or ScalarKind.Int64) => true,

        // The binder saw to it that the values of all members fit.
        (ScalarKind.Enum, ScalarKind.Int32 or ScalarKind.Int64) => true,
        _ => false,
    };
}
