using System.Globalization;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>
/// Prints scalar expressions as C#. The plan has C#'s meaning, so operators are printed as themselves; what C# does not lift over null
/// (calls) is guarded by patterns. The static C# type of every printed node is the node's type.
/// </summary>
/// <param name="leaf">Prints what the surroundings know: state columns, keys, the as-of instant, aggregates; a primary expression.</param>
/// <param name="variable">How variables of patterns begin. Their scope is the block around, so those of a block within it must begin otherwise.</param>
internal sealed class CSharpExpression(Func<Scalar, string> leaf, string variable = "value")
{
    private int patterns;

    /// <summary>How strongly an expression holds together, weakest first.</summary>
    private enum Level
    {
        Conditional,
        Coalesce,
        Or,
        And,
        BitOr,
        BitXor,
        BitAnd,
        Equality,
        Relational,
        Shift,
        Additive,
        Multiplicative,
        Unary,
        Primary,
    }

    /// <summary>Prints a whole expression, in a checked context where integers may overflow.</summary>
    public string Print(Scalar value)
    {
        var text = Text(value, Level.Conditional);
        return OutsideAggregates(value).Any(NeedsCheck) ? $"checked({text})" : text;
    }

    /// <summary>Prints an expression as the subject of a pattern.</summary>
    public string PrintSubject(Scalar value) =>
        OutsideAggregates(value).Any(NeedsCheck) ? $"checked({Text(value, Level.Conditional)})" : Text(value, Level.Additive);

    private static IEnumerable<Scalar> OutsideAggregates(Scalar node) =>
        node is Aggregate ? [] : new[] { node }.Concat(node.Operands().SelectMany(OutsideAggregates));

    private static bool NeedsCheck(Scalar node) => node switch
    {
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide } b => b.Type.IsInteger,
        Unary { Operator: UnaryOperator.Negate } u => u.Type.IsInteger,
        Conversion c => c.Type.IsInteger && c.Operand.Type.Kind != c.Type.Kind,
        _ => false,
    };

    private string Text(Scalar node, Level least)
    {
        var (text, level) = Node(node);
        return level < least ? $"({text})" : text;
    }

    private (string Text, Level Level) Node(Scalar node) => node switch
    {
        Constant constant => ConstantText(constant),
        Unary unary => UnaryText(unary),
        Binary binary => BinaryText(binary),
        Conversion conversion => Cast(conversion.Type, conversion.Operand),
        Conditional conditional => ConditionalText(conditional),
        Call call => CallText(call),
        _ => (leaf(node), Level.Primary),
    };

    private (string Text, Level Level) Cast(ScalarType type, Scalar operand) =>
        operand.Type == type ? Node(operand) : ($"({type.CSharp()}){Text(operand, Level.Primary)}", Level.Unary);

    private static (string Text, Level Level) ConstantText(Constant constant)
    {
        if (constant.Value is null)
        {
            return ($"default({constant.Type.Nullable.CSharp()})", Level.Primary);
        }

        var literal = CSharpLiteral.Of(constant);
        return constant.Type is { IsNullable: true, IsReference: false }
            ? ($"({constant.Type.CSharp()})({literal})", Level.Unary)
            : (literal, literal[0] == '-' ? Level.Unary : Level.Primary);
    }

    private (string Text, Level Level) UnaryText(Unary unary)
    {
        var canBeNull = unary.Operand.Type.IsNullable || unary.Operand.Type.IsReference;
        return unary.Operator switch
        {
            UnaryOperator.Not => ("!" + Text(unary.Operand, Level.Unary), Level.Unary),
            UnaryOperator.Negate => ($"-({Text(unary.Operand, Level.Conditional)})", Level.Unary),
            UnaryOperator.IsNull when canBeNull => (Text(unary.Operand, Level.Additive) + " is null", Level.Relational),
            UnaryOperator.IsNull => ("false", Level.Primary),
            UnaryOperator.Value when unary.Operand.Type.IsReference => (Text(unary.Operand, Level.Primary) + "!", Level.Primary),
            UnaryOperator.Value when canBeNull => (Text(unary.Operand, Level.Primary) + "!.Value", Level.Primary),
            UnaryOperator.Value => Node(unary.Operand),
            _ => throw new InvalidOperationException($"Operator {unary.Operator} is not one of bound expressions."),
        };
    }

    private (string Text, Level Level) BinaryText(Binary binary)
    {
        if (binary.Operator == BinaryOperator.Coalesce)
        {
            return binary.Left.Type.IsNullable
                ? ($"{Text(binary.Left, Level.Or)} ?? {Text(binary.Right, Level.Coalesce)}", Level.Coalesce)
                : Node(binary.Left);
        }

        var (symbol, level) = binary.Type.IsNullable ? LiftedSymbol(binary.Operator) : Symbol(binary.Operator);
        return ($"{Text(binary.Left, level)} {symbol} {Text(binary.Right, level + 1)}", level);
    }

    // && and || are not lifted; where a side may be null both are computed and may not fail.
    private static (string Symbol, Level Level) LiftedSymbol(BinaryOperator op) => op switch
    {
        BinaryOperator.And => ("&", Level.BitAnd),
        BinaryOperator.Or => ("|", Level.BitOr),
        _ => Symbol(op),
    };

    private static (string Symbol, Level Level) Symbol(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => ("+", Level.Additive),
        BinaryOperator.Subtract => ("-", Level.Additive),
        BinaryOperator.Multiply => ("*", Level.Multiplicative),
        BinaryOperator.Divide => ("/", Level.Multiplicative),
        BinaryOperator.Remainder => ("%", Level.Multiplicative),
        BinaryOperator.Equal => ("==", Level.Equality),
        BinaryOperator.NotEqual => ("!=", Level.Equality),
        BinaryOperator.Less => ("<", Level.Relational),
        BinaryOperator.LessOrEqual => ("<=", Level.Relational),
        BinaryOperator.Greater => (">", Level.Relational),
        BinaryOperator.GreaterOrEqual => (">=", Level.Relational),
        BinaryOperator.BitAnd => ("&", Level.BitAnd),
        BinaryOperator.BitOr => ("|", Level.BitOr),
        BinaryOperator.BitXor => ("^", Level.BitXor),
        BinaryOperator.ShiftRight => (">>", Level.Shift),
        BinaryOperator.And => ("&&", Level.And),
        BinaryOperator.Or => ("||", Level.Or),
        _ => throw new InvalidOperationException($"Operator {op} is not one of bound expressions."),
    };

    private (string Text, Level Level) ConditionalText(Conditional conditional)
    {
        string Branch(Scalar value)
        {
            var (text, level) = conditional.Type.IsReference ? Node(value) : Cast(conditional.Type, value);
            return level <= Level.Conditional ? $"({text})" : text;
        }

        return ($"{Text(conditional.Test, Level.Coalesce)} ? {Branch(conditional.WhenTrue)} : {Branch(conditional.WhenFalse)}", Level.Conditional);
    }

    private (string Text, Level Level) CallText(Call call)
    {
        if (call.Function.IsPartial())
        {
            return ($"{Names.Root}Numeric.{call.Function}({string.Join(", ", call.Arguments.Select(Argument))})", Level.Primary);
        }

        if (call.Function == ScalarFunction.OneHot)
        {
            return OneHotText(call);
        }

        var guards = new List<string>();
        var arguments = new List<string>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Type.IsNullable)
            {
                var name = variable + (++patterns).ToString(CultureInfo.InvariantCulture);
                guards.Add($"{Text(argument, Level.Additive)} is {{ }} {name}");
                arguments.Add(name);
            }
            else
            {
                arguments.Add(Argument(argument));
            }
        }

        var result = FunctionText.Of(call.Function, call.Arguments[0].Type.Kind, arguments);
        if (guards.Count > 0)
        {
            return ($"{string.Join(" && ", guards)} ? {result} : default({call.Type.Nullable.CSharp()})", Level.Conditional);
        }

        return call.Type is { IsNullable: true, IsReference: false } ? ($"({call.Type.CSharp()}){result}", Level.Unary) : (result, Level.Primary);
    }

    private (string Text, Level Level) OneHotText(Call call)
    {
        var type = call.Arguments[0].Type;
        var value = $"({type.Nullable.CSharp()}){Text(call.Arguments[0], Level.Primary)}";
        var categories = type.Enum is null ? string.Concat(call.Arguments.Skip(1).Select(c => ", " + Argument(c))) : "";
        return ($"{Names.Root}Encode.OneHot({value}{categories})", Level.Primary);
    }

    // Additive at least: an argument with < and a later one with > could read as type arguments.
    private string Argument(Scalar value) => Text(value, Level.Additive);
}
