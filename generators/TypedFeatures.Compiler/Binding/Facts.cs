using System.Collections.Immutable;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// What is known to hold where an expression is computed: from an enclosing <c>?:</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>is</c>, or an earlier
/// <c>where</c>. Expressions are the same where they are equal as plans, so a fact about a <c>let</c> is one about what it stands for.
/// </summary>
internal sealed class Facts
{
    public static readonly Facts None = new([], [], []);

    private readonly ImmutableHashSet<Scalar> notNull;
    private readonly ImmutableHashSet<Scalar> notZero;
    private readonly ImmutableHashSet<int> matched;

    private Facts(ImmutableHashSet<Scalar> notNull, ImmutableHashSet<Scalar> notZero, ImmutableHashSet<int> matched)
    {
        this.notNull = notNull;
        this.notZero = notZero;
        this.matched = matched;
    }

    /// <summary>Whether the left-joined row is there.</summary>
    public bool IsMatched(int source) => matched.Contains(source);

    public bool IsNotNull(Scalar value) =>
        !value.Type.IsNullable
        || notNull.Contains(Canonical(value))
        || (IsStrict(value) && value.Operands().All(IsNotNull));

    /// <summary>Whether the value, where it is not null, is not zero.</summary>
    public bool IsNotZero(Scalar value) => Widened(value) switch
    {
        Constant constant => Sign(constant) is not (null or 0),
        Call { Function: ScalarFunction.Max } call when call.Arguments.Any(a => Sign(a) > 0) => true,
        Call { Function: ScalarFunction.Min } call when call.Arguments.Any(a => Sign(a) < 0) => true,
        Binary { Operator: BinaryOperator.Coalesce } both => IsKnownNotZero(both) || (IsNotZero(both.Left) && IsNotZero(both.Right)),
        Unary { Operator: UnaryOperator.Negate } negated => IsNotZero(negated.Operand),
        Call { Function: ScalarFunction.Abs } absolute => IsKnownNotZero(absolute) || IsNotZero(absolute.Arguments[0]),
        var other => IsKnownNotZero(other),
    };

    /// <summary>What holds too where <paramref name="condition"/> has the value <paramref name="truth"/>.</summary>
    public Facts Assume(Scalar condition, bool truth = true) => (condition, truth) switch
    {
        (IsMatched row, true) => new(notNull, notZero, matched.Add(row.Source)),
        (Unary { Operator: UnaryOperator.Not } not, _) => Assume(not.Operand, !truth),
        (Unary { Operator: UnaryOperator.IsNull } isNull, false) => WithNotNull(isNull.Operand),
        (Binary { Operator: BinaryOperator.And } both, true) => Assume(both.Left).Assume(both.Right),
        (Binary { Operator: BinaryOperator.Or } either, false) => Assume(either.Left, false).Assume(either.Right, false),
        (Binary { Operator: BinaryOperator.Or } either, true) => Common(Assume(either.Left), Assume(either.Right)),
        (Binary { Operator: BinaryOperator.And } both, false) => Common(Assume(both.Left, false), Assume(both.Right, false)),
        (Binary { Operator: BinaryOperator.Coalesce, Right: Constant { Value: bool other } } or, _) when other != truth =>
            WithNotNull(or.Left).Assume(or.Left, truth),
        (Binary comparison, true) => Comparison(comparison),
        (Binary comparison, false) when Negated(comparison.Operator) is { } negation => ComparisonFailed(comparison with { Operator = negation }),
        _ => this,
    };

    public Facts WithNotNull(Scalar value)
    {
        var canonical = Canonical(value);
        var result = new Facts(notNull.Add(canonical), notZero, matched);
        if (canonical is ColumnOf { Source: > 0 } column)
        {
            return new(result.notNull, notZero, matched.Add(column.Source));
        }

        return IsStrict(canonical) ? canonical.Operands().Aggregate(result, (facts, operand) => facts.WithNotNull(operand)) : result;
    }

    private static Facts Common(Facts left, Facts right) => new(
        left.notNull.Intersect(right.notNull), left.notZero.Intersect(right.notZero), left.matched.Intersect(right.matched));

    /// <summary>The comparison held: both sides are there, and their order may exclude zero.</summary>
    private Facts Comparison(Binary comparison)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        var facts = this;
        switch (comparison.Operator)
        {
            case BinaryOperator.Equal:
                facts = right.Type.IsNullable ? facts : facts.WithNotNull(left);
                facts = left.Type.IsNullable ? facts : facts.WithNotNull(right);
                facts = (left, right) switch
                {
                    (_, Constant { Value: bool truth }) when left.Type.Kind == ScalarKind.Boolean => facts.Assume(left, truth),
                    (Constant { Value: bool truth }, _) when right.Type.Kind == ScalarKind.Boolean => facts.Assume(right, truth),
                    _ => facts,
                };
                break;
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                facts = facts.WithNotNull(left).WithNotNull(right);
                break;
        }

        return facts.WithoutZero(comparison);
    }

    /// <summary>The opposite comparison failed: sides may be null, but where they are not, this one holds.</summary>
    private Facts ComparisonFailed(Binary comparison)
    {
        var isTotal = !comparison.Left.Type.IsNullable && !comparison.Right.Type.IsNullable;
        return isTotal || comparison.Operator == BinaryOperator.Equal ? Comparison(comparison) : WithoutZero(comparison);
    }

    private Facts WithoutZero(Binary comparison) =>
        ExcludesZero(comparison.Operator, Sign(comparison.Right)) ? WithNotZero(comparison.Left)
        : ExcludesZero(Mirrored(comparison.Operator), Sign(comparison.Left)) ? WithNotZero(comparison.Right)
        : this;

    private static bool ExcludesZero(BinaryOperator comparison, int? sign) => comparison switch
    {
        BinaryOperator.Equal => sign is not (null or 0),
        BinaryOperator.NotEqual => sign is 0,
        BinaryOperator.Greater => sign >= 0,
        BinaryOperator.GreaterOrEqual => sign > 0,
        BinaryOperator.Less => sign <= 0,
        BinaryOperator.LessOrEqual => sign < 0,
        _ => false,
    };

    private static BinaryOperator Mirrored(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => comparison,
    };

    private static BinaryOperator? Negated(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        _ => null,
    };

    private static int? Sign(Scalar value) => Widened(value) switch
    {
        Constant { Value: int number } => Math.Sign(number),
        Constant { Value: long number } when value.Type.Kind is ScalarKind.Int64 or ScalarKind.Double or ScalarKind.TimeSpan => Math.Sign(number),
        Constant { Value: float number } => Math.Sign(number),
        Constant { Value: double number } => Math.Sign(number),
        _ => null,
    };

    private Facts WithNotZero(Scalar value)
    {
        var widened = Widened(value);
        return widened is Unary { Operator: UnaryOperator.Negate } or Call { Function: ScalarFunction.Abs }
            ? new Facts(notNull, notZero.Add(Canonical(widened)), matched).WithNotZero(widened.Operands().First())
            : new(notNull, notZero.Add(Canonical(widened)), matched);
    }

    private bool IsKnownNotZero(Scalar value) => notZero.Contains(Canonical(value));

    /// <summary>Whether the value is null exactly where an operand is.</summary>
    private static bool IsStrict(Scalar value) => value switch
    {
        Conversion => true,
        Unary { Operator: UnaryOperator.Negate or UnaryOperator.Value } => true,
        Binary { Operator: <= BinaryOperator.Remainder or BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor or BinaryOperator.ShiftRight } => true,
        Unary { Operator: UnaryOperator.Not } => true,
        Call call => call.Function.IsStrict(),
        _ => false,
    };

    /// <summary>Without conversions that cannot turn another number into zero, and without <c>.Value</c>.</summary>
    private static Scalar Widened(Scalar value) => value switch
    {
        Unary { Operator: UnaryOperator.Value } proven => Widened(proven.Operand),
        Conversion { Operand.Type.Kind: ScalarKind.Int32 or ScalarKind.Single } widening => Widened(widening.Operand),
        Conversion { Type.Kind: ScalarKind.Double } widening => Widened(widening.Operand),
        _ => value,
    };

    /// <summary>The same expression whether or not its operands were already known not to be null.</summary>
    private static Scalar Canonical(Scalar value) => value switch
    {
        Unary { Operator: UnaryOperator.Value } proven => Canonical(proven.Operand),
        Unary unary => unary with { Type = unary.Type.NonNullable, Operand = Canonical(unary.Operand) },
        Binary binary => binary with { Type = binary.Type.NonNullable, Left = Canonical(binary.Left), Right = Canonical(binary.Right) },
        Conversion conversion => conversion with { Type = conversion.Type.NonNullable, Operand = Canonical(conversion.Operand) },
        Call call => call with { Type = call.Type.NonNullable, Arguments = call.Arguments.Select(Canonical).ToEquatableArray() },
        Conditional conditional => conditional with
        {
            Type = conditional.Type.NonNullable,
            Test = Canonical(conditional.Test),
            WhenTrue = Canonical(conditional.WhenTrue),
            WhenFalse = Canonical(conditional.WhenFalse),
        },
        _ => value with { Type = value.Type.NonNullable },
    };
}
