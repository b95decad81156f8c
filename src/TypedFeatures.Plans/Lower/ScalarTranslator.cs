using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Translates scalars to SQL in one dialect. What leaves refer to is the caller's business.</summary>
/// <param name="dialect">Spells operators and functions.</param>
/// <param name="leaf">The SQL of a column, state column, key, as-of or aggregate.</param>
internal sealed class ScalarTranslator(SqlDialect dialect, Func<Scalar, SqlExpression> leaf)
{
    /// <summary>The SQL of a condition: true exactly where C# says true.</summary>
    public SqlExpression Condition(Scalar value) => Translate(NullSemantics.Condition(value));

    /// <summary>The SQL of a value.</summary>
    public SqlExpression Value(Scalar value) => Translate(NullSemantics.Value(value));

    /// <summary>Whether what is translated may fail and is made of constants alone: engines would compute it when they plan, whether it is needed or not.</summary>
    private bool HidesConstants { get; init; }

    private SqlExpression Translate(Scalar value)
    {
        if (!HidesConstants && value.FailsByItself() && value.IsOfConstants())
        {
            return new ScalarTranslator(dialect, leaf) { HidesConstants = true }.Translate(value);
        }

        var plain = TranslateNode(value);
        if (!dialect.ComputesUnderNulls || !value.Type.IsNullable || !value.FailsByItself())
        {
            return plain;
        }

        // C# computes every operand, a null beside it or not: one that fails must fail the guarded value, too.
        var deciding = Deciding(value);
        return deciding.Length == 0 ? plain : SqlMake.When(
            Hidden(value).Select(o => dialect.Computed(Translate(o)))
                .Concat(deciding.Select(d => (SqlExpression)new SqlNullTest(Translate(d), IsNegated: true)))
                .Aggregate(SqlMake.And),
            plain);
    }

    /// <summary>The operands that may fail, and that a guard by all that decides would leave out where another one is null.</summary>
    private static IEnumerable<Scalar> Hidden(Scalar value) => value.Operands().Where(o =>
        o.MayFailToTotal() && (Deciding(value).Except(OfOperand(o)).Any() || (IsNullWithOperands(o) && Hidden(o).Any())));

    /// <summary>What must be there for an operator's operands to be.</summary>
    private static Scalar[] Deciding(Scalar value) => value.Operands().SelectMany(OfOperand).Distinct().ToArray();

    /// <summary>What must be there for an operand to be: of an operator that is null where an operand is, its operands, so that no text is written twice but that of leaves.</summary>
    private static IEnumerable<Scalar> OfOperand(Scalar operand) =>
        !operand.Type.IsNullable ? [] : IsNullWithOperands(operand) ? Deciding(operand) : [operand];

    private static bool IsNullWithOperands(Scalar value) => value is Unary { Operator: UnaryOperator.Negate } or Plans.Conversion or Binary
    {
        Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Remainder
            or BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor or BinaryOperator.ShiftRight,
        Type.Kind: not ScalarKind.Boolean,
    };

    private SqlExpression TranslateNode(Scalar value) => value switch
    {
        Constant constant => HidesConstants ? dialect.NotFolded(dialect.Literal(constant)) : dialect.Literal(constant),
        Unary unary => Unary(unary),
        Binary binary => Binary(binary),
        Conversion conversion => Conversion(conversion),
        Conditional conditional => OfOwnType(
            conditional, SqlMake.When(Translate(conditional.Test), Translate(conditional.WhenTrue), Translate(conditional.WhenFalse))),
        Call { Function: ScalarFunction.Within } within => dialect.Within(Translate(within.Arguments[0]), (long)((Constant)within.Arguments[1]).Value!),
        Call call => dialect.Function(call, call.Arguments.Select(Operand).ToEquatableArray()),
        _ => leaf(value),
    };

    // What is chosen of literals has the smallest type that holds them, and what is computed of it may not fit that.
    private SqlExpression OfOwnType(Scalar node, SqlExpression value) =>
        dialect.HasSmallLiterals && node.Type.Kind is ScalarKind.Int64 && !ViewLowering.HasOwnType(node) ? new SqlCast(value, dialect.TypeName(ScalarKind.Int64)) : value;

    private SqlExpression Unary(Unary node)
    {
        var operand = Translate(node.Operand);
        return node.Operator switch
        {
            UnaryOperator.Not when operand is SqlNullTest test => test with { IsNegated = !test.IsNegated },
            UnaryOperator.Not => SqlMake.Not(operand),
            UnaryOperator.Negate => dialect.Negate(node.Type.Kind, operand),
            UnaryOperator.IsNull => new SqlNullTest(operand, IsNegated: false),
            UnaryOperator.IsTrue => SqlMake.Coalesce(operand, SqlMake.False),
            UnaryOperator.NullIfNaN => dialect.NullIfNaN(operand),
            _ => throw new ArgumentException($"{node.Operator} is no SQL operator; NullSemantics removes it.", nameof(node)),
        };
    }

    private SqlExpression Binary(Binary node)
    {
        if (IsOrder(node.Operator) && node.Left.Type.Kind is ScalarKind.Enum)
        {
            return SqlMake.Compare(EnumRank(node.Left), Symbol(node.Operator), EnumRank(node.Right));
        }

        var left = Translate(node.Left);
        var right = Translate(node.Right);
        return node.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply => dialect.Arithmetic(node, left, right),
            BinaryOperator.Divide when node.Left.Type.Kind is ScalarKind.TimeSpan => dialect.Divide(dialect.Ticks(left), dialect.Ticks(right)),
            BinaryOperator.Divide when node.Type.IsFloating => dialect.Divide(left, right),
            BinaryOperator.Divide => dialect.IntegerDivide(node.Type.Kind, left, right),
            BinaryOperator.Remainder => dialect.Remainder(node, left, right),

            // AND and OR promise no order, CASE does: what may fail is computed where C# computes it.
            BinaryOperator.And when node.Right.MayFailToTotal() => SqlMake.When(left, right, SqlMake.False),
            BinaryOperator.Or when node.Right.MayFailToTotal() => SqlMake.When(left, SqlMake.True, right),
            BinaryOperator.And => SqlMake.And(left, right),
            BinaryOperator.Or => SqlMake.Or(left, right),
            BinaryOperator.Coalesce when dialect.ComputesAllOfCoalesce && node.Right.MayFailToTotal() =>
                SqlMake.When(new SqlNullTest(left, IsNegated: true), left, right),
            BinaryOperator.Coalesce => SqlMake.Coalesce(left, right),
            BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor or BinaryOperator.ShiftRight => dialect.Bitwise(node.Operator, left, right),
            BinaryOperator.IsNotDistinct => dialect.IsNotDistinct(Operand(node.Left, left), Operand(node.Right, right), isNegated: false),
            BinaryOperator.IsDistinct => dialect.IsNotDistinct(Operand(node.Left, left), Operand(node.Right, right), isNegated: true),
            _ => SqlMake.Compare(Operand(node.Left, left), Symbol(node.Operator), Operand(node.Right, right)),
        };
    }

    private SqlExpression Operand(Scalar node) => Operand(node, Translate(node));

    /// <summary>The operand of a comparison, or of a function, some of which are comparisons in SQL: what may fail must be computed though a comparison could do without.</summary>
    private SqlExpression Operand(Scalar node, SqlExpression operand) => node.MayFailToTotal() ? dialect.MustCompute(operand) : operand;

    // A CASE of small literals is an INTEGER to some engines: it is told to be what C# has.
    private SqlExpression Conversion(Conversion node) =>
        node.Operand.Type.Kind is ScalarKind.Enum
            ? dialect.Convert(node.Type.Kind is ScalarKind.Int32 ? ScalarKind.Int64 : ScalarKind.Int32, node.Type.Kind, EnumRank(node.Operand))
            : dialect.Convert(node.Operand.Type.Kind, node.Type.Kind, Translate(node.Operand));

    private SqlExpression EnumRank(Scalar value) => value is Constant { Value: string name }
        ? SqlMake.Long(value.Type.Enum!.Members.First(m => m.Name == name).Value)
        : EnumText.ToRank(Translate(value), value.Type.Enum!);

    private static bool IsOrder(BinaryOperator op) =>
        op is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;

    private static string Symbol(BinaryOperator op) => op switch
    {
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Not a comparison."),
    };
}
