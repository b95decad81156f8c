using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Text joined by <c>+</c> and by interpolation. Null joins as the empty text; numbers say in which culture.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>Texts one after the other, null among them as nothing.</summary>
    public static Scalar Joined(IEnumerable<Scalar> parts)
    {
        var texts = new List<Scalar>();
        foreach (var part in parts.SelectMany(PartsOf))
        {
            if (OrEmpty(part) is not Constant { Value: string text } constant)
            {
                texts.Add(OrEmpty(part));
            }
            else if (texts.LastOrDefault() is Constant { Value: string before })
            {
                texts[texts.Count - 1] = constant with { Value = before + text };
            }
            else if (text.Length > 0)
            {
                texts.Add(constant);
            }
        }

        return texts.Count switch
        {
            0 => new Constant(ScalarType.String, ""),
            1 => texts[0],
            _ => Build.Call(ScalarKind.String, ScalarFunction.Concat, texts.ToArray()),
        };
    }

    /// <summary>Text, or the empty text for null.</summary>
    public static Scalar OrEmpty(Scalar text) => text switch
    {
        Constant { Value: null } => new Constant(ScalarType.String, ""),
        { Type.IsNullable: true } => new Binary(ScalarType.String, BinaryOperator.Coalesce, text, new Constant(ScalarType.String, "")),
        _ => text,
    };

    private static IEnumerable<Scalar> PartsOf(Scalar text) => text is Call { Function: ScalarFunction.Concat } joined ? joined.Arguments : [text];

    private Scalar? BindJoin(IBinaryOperation binary)
    {
        var left = BindPart(binary.LeftOperand);
        var right = BindPart(binary.RightOperand);
        return left is null || right is null ? null : Joined([left, right]);
    }

    private Scalar? BindInterpolation(IInterpolatedStringOperation text)
    {
        var parts = new List<Scalar?>();
        foreach (var part in text.Parts)
        {
            parts.Add(part switch
            {
                IInterpolatedStringTextOperation literal => BindScalar(literal.Text),
                IInterpolationOperation { Alignment: null, FormatString: null } value => BindPart(value.Expression),
                _ => Unsupported(part, $"'{TextOf(part)}' formats, which engines do differently; join texts as they are"),
            });
        }

        return parts.Contains(null) ? null : Joined(parts.OfType<Scalar>());
    }

    /// <summary>A part of a joined text: text, a GUID, an enum member, each perhaps null.</summary>
    private Scalar? BindPart(IOperation operation)
    {
        var unboxed = operation is IConversionOperation { Type.SpecialType: SpecialType.System_Object } boxing ? boxing.Operand : operation;
        if (Bind(unboxed) is NullValue)
        {
            return new Constant(ScalarType.String, "");
        }

        if (BindScalar(unboxed) is not { } value)
        {
            return null;
        }

        return value.Type.Kind switch
        {
            ScalarKind.String => value,
            ScalarKind.Guid or ScalarKind.Enum => Build.Call(ScalarKind.String, ScalarFunction.TextOf, value),
            ScalarKind.Int32 or ScalarKind.Int64 when !IsDayOfWeek(value) && value.Type.NumberOf is null => FailScalar(
                Rules.CulturalText, unboxed, $"'{TextOf(unboxed)}' becomes text in the culture of the machine. Write {TextOf(unboxed)}.ToString(CultureInfo.InvariantCulture)."),
            ScalarKind.Decimal => FailDecimal(unboxed),
            _ => Unsupported(unboxed, $"'{TextOf(unboxed)}' becomes text, which engines write differently; join texts, GUIDs, enum members and integers in the invariant culture"),
        };
    }
}
