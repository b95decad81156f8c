using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Conversions.</content>
internal sealed partial class ExpressionBinder
{
    private Symbolic? BindConversion(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_Decimal } && !IsUnwrap(conversion))
        {
            return Wrap(Unsupported(conversion, $"The user-defined conversion in '{TextOf(conversion)}' has no counterpart in SQL; convert with a numeric cast"));
        }

        if (constants.TryEvaluate(conversion, out var constant) && conversion.Type is { } constantType && ScalarTypes.TryMap(constantType) is not null)
        {
            return BindConstant(conversion, constant);
        }

        var value = Bind(conversion.Operand);
        if (value is NullValue)
        {
            return conversion.Type is { } nullType && ScalarTypes.TryMap(nullType) is { } nullScalar
                ? new ScalarValue(new Constant(nullScalar.Nullable, null))
                : value;
        }

        if (value is not ScalarValue { Scalar: var operand })
        {
            // Tuples and rows convert to the same with other names or annotations.
            return value;
        }

        if (operand.Type.IsComposite && conversion is { IsImplicit: true, Conversion.IsReference: true })
        {
            // A list as IReadOnlyList, an array as the object that == compares.
            return value;
        }

        if (conversion.Type is not { } type || ScalarTypes.TryMap(type) is not { } target)
        {
            return Wrap(Unsupported(conversion, $"'{TextOf(conversion)}' becomes '{conversion.Type?.ToDisplayString()}', which has no counterpart in storage; use bool, int, long, double, string, Guid, DateTime, DateOnly, TimeSpan or an enum"));
        }

        return Wrap(Convert(conversion, operand, target));
    }

    private Scalar? Convert(IConversionOperation conversion, Scalar operand, ScalarType target)
    {
        if (!target.IsNullable && !target.IsReference && operand.Type.IsNullable)
        {
            if (ProvenValue(conversion, operand) is not { } proven)
            {
                return null;
            }

            operand = proven;
        }

        if (operand.Type.NumberOf != target.NumberOf)
        {
            return ConvertNumber(conversion, operand, target);
        }

        var source = operand.Type.Kind;
        if (source != target.Kind && (source == ScalarKind.Decimal || target.Kind == ScalarKind.Decimal))
        {
            return ConvertDecimal(conversion, operand, target.Kind);
        }

        if (source == target.Kind)
        {
            return target.Enum is null || operand.Type.Enum == target.Enum
                ? operand
                : Unsupported(conversion, $"'{TextOf(conversion)}' turns one enum into another, whose names differ; compare with members instead");
        }

        if (IsDayOfWeek(operand) && target.Kind is ScalarKind.Int64 or ScalarKind.Enum)
        {
            return target.Kind == ScalarKind.Int64
                ? Build.Convert(operand, ScalarKind.Int64)
                : operand;
        }

        if (operand.Type.Enum is { } members && target.Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double)
        {
            return EnumValue(conversion, operand, members, target.Kind);
        }

        if (!target.IsFloating && operand.IsApproximate())
        {
            return FailApproximate(conversion);
        }

        return (source, target.Kind) switch
        {
            (ScalarKind.Int32, ScalarKind.Int64 or ScalarKind.Double) => Build.Convert(operand, target.Kind),
            (ScalarKind.Int64 or ScalarKind.Single, ScalarKind.Double) => Build.Convert(operand, target.Kind),
            (ScalarKind.Single, ScalarKind.Int32 or ScalarKind.Int64) =>
                FailScalar(Rules.FloatArithmetic, conversion, $"'{TextOf(conversion)}' computes with float, which engines round differently. Cast to double first: ({NameOf(target.Kind)})(double)…"),
            (_, ScalarKind.Single) when operand.Type.IsInteger || source == ScalarKind.Double =>
                FailScalar(Rules.FloatArithmetic, conversion, $"'{TextOf(conversion)}' rounds to float, which engines do differently. Keep it a double."),
            (ScalarKind.Int64 or ScalarKind.Double, ScalarKind.Int32) or (ScalarKind.Double, ScalarKind.Int64) => IsChecked(conversion)
                ? Build.Convert(operand, target.Kind)
                : FailScalar(Rules.UncheckedInteger, conversion, $"'{TextOf(conversion)}' wraps silently where the value does not fit. Write checked({TextOf(conversion)})."),
            _ => Unsupported(conversion, $"'{TextOf(conversion)}' converts {operand.Type.NonNullable} to {target.NonNullable}, which engines do differently; compare or choose with ?: instead"),
        };
    }

    /// <summary>Between an enum that is stored as its numbers and those numbers.</summary>
    private Scalar? ConvertNumber(IConversionOperation conversion, Scalar operand, ScalarType target)
    {
        if (target.NumberOf is null)
        {
            return Convert(conversion, As(operand, new ScalarType(operand.Type.Kind, operand.Type.IsNullable)), target);
        }

        var type = conversion.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : conversion.Type;
        return operand.Type is { NumberOf: null, IsInteger: true } && type is INamedTypeSymbol enumeration && EnumStorages.HoldsAll(enumeration, operand.Type.Kind)
            ? As(Build.Convert(operand, target.Kind), target with { IsNullable = operand.Type.IsNullable })
            : Unsupported(conversion, $"'{TextOf(conversion)}' may lie outside of the enum's own integer, or is of another enum; compare with members instead");
    }

    /// <summary>The same integer under another C# type.</summary>
    private static Scalar As(Scalar operand, ScalarType type) =>
        operand is Constant constant ? constant with { Type = type } : new TypedFeatures.Plans.Conversion(type, operand);

    /// <summary>The number behind a member, where the numbers of all members fit.</summary>
    private Scalar? EnumValue(IConversionOperation conversion, Scalar operand, EnumType members, ScalarKind target)
    {
        if (target == ScalarKind.Int32 && members.Members.Any(m => m.Value is < int.MinValue or > int.MaxValue))
        {
            return Unsupported(conversion, $"'{TextOf(conversion)}' does not fit an int for every member of '{members.Name}'; cast to long");
        }

        var whole = Build.Convert(operand, target == ScalarKind.Int32 ? ScalarKind.Int32 : ScalarKind.Int64);
        return Build.Convert(whole, target);
    }

    /// <summary>The value of something that may be null, where it is proven not to be.</summary>
    private Scalar? ProvenValue(IOperation operation, Scalar operand) =>
        Facts.IsNotNull(operand)
            ? Build.Value(operand)
            : FailScalar(Rules.UnprovenValue, operation, $"'{TextOf(operation)}' needs a value, but it may be null here. Test it first (is not null, HasValue), or give a default with ??.");

    /// <summary>Roslyn records the context of plain numeric conversions only; of lifted ones it is read from the code around.</summary>
    private bool IsChecked(IConversionOperation conversion)
    {
        if (conversion.IsChecked || conversion.Conversion.IsNumeric)
        {
            return conversion.IsChecked;
        }

        var context = conversion.Syntax.AncestorsAndSelf().FirstOrDefault(n => n.Kind() is
            SyntaxKind.CheckedExpression or SyntaxKind.UncheckedExpression or SyntaxKind.CheckedStatement or SyntaxKind.UncheckedStatement);
        return context is null
            ? Context.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true }
            : context.Kind() is SyntaxKind.CheckedExpression or SyntaxKind.CheckedStatement;
    }

    private static bool IsUnwrap(IConversionOperation conversion) =>
        conversion.OperatorMethod is { ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static bool IsDayOfWeek(Scalar scalar) => scalar switch
    {
        Call { Function: ScalarFunction.DayOfWeek } => true,
        Unary { Operator: UnaryOperator.Value } value => IsDayOfWeek(value.Operand),
        _ => false,
    };

    private static string NameOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 => "long",
        _ => "double",
    };
}
