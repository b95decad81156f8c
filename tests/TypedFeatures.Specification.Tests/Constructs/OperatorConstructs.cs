using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedFeatures.Specification.Tests;

/// <summary>The ids of operators and conversions.</summary>
internal static class OperatorConstructs
{
    public static IEnumerable<string> Of(IBinaryOperation operation)
    {
        if (operation.IsLifted)
        {
            yield return "operator.lifted";
        }

        var type = Plain(operation.Type);
        var (left, right) = (Plain(operation.LeftOperand.Type), Plain(operation.RightOperand.Type));
        if (operation.IsChecked && IsInteger(type))
        {
            yield return "operator.checked";
        }

        var isLogic = type?.SpecialType == SpecialType.System_Boolean;
        yield return operation.OperatorKind switch
        {
            BinaryOperatorKind.Add when type?.SpecialType == SpecialType.System_String => "operator.concatenate",
            BinaryOperatorKind.Subtract when IsInstant(left) && IsInstant(right) => "operator.instant.difference",
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when IsInstant(left) => "operator.instant.shift",
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when IsSpan(left) => "operator.span.add",
            BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide when IsSpan(left) || IsSpan(right) => "operator.span.scale",
            BinaryOperatorKind.Add => "operator.add",
            BinaryOperatorKind.Subtract => "operator.subtract",
            BinaryOperatorKind.Multiply => "operator.multiply",
            BinaryOperatorKind.Divide => IsInteger(type) ? "operator.divide.integer" : "operator.divide",
            BinaryOperatorKind.Remainder => IsInteger(type) ? "operator.remainder" : "operator.remainder.double",
            BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr when isLogic => operation.IsLifted ? "operator.logic.nullable" : "operator.logic",
            BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr => "operator.bits",
            BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift => "operator.shift",
            BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => "operator.equal",
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => "operator.order",
            BinaryOperatorKind.ConditionalAnd => "operator.and",
            BinaryOperatorKind.ConditionalOr => "operator.or",
            var other => "operator." + other,
        };
    }

    public static IEnumerable<string> Of(IUnaryOperation operation)
    {
        if (operation.IsLifted)
        {
            yield return "operator.lifted";
        }

        yield return operation.OperatorKind switch
        {
            UnaryOperatorKind.Minus => "operator.negate",
            UnaryOperatorKind.Plus => "operator.plus",
            UnaryOperatorKind.BitwiseNegation => "operator.bits",
            UnaryOperatorKind.Not => operation.IsLifted ? "operator.logic.nullable" : "operator.not",
            var other => "operator." + other,
        };
    }

    public static IEnumerable<string> Of(IConversionOperation operation)
    {
        var (from, to) = (Plain(operation.Operand.Type), Plain(operation.Type));
        if (from is null || to is null || SymbolEqualityComparer.Default.Equals(from, to) || operation.ConstantValue.HasValue)
        {
            yield break;
        }

        if (from.TypeKind == TypeKind.Enum || to.TypeKind == TypeKind.Enum)
        {
            yield return "convert.enum";
        }
        else if (from.SpecialType == SpecialType.System_Decimal)
        {
            yield return "convert.decimal";
        }
        else if (from.SpecialType == SpecialType.System_Single || to.SpecialType == SpecialType.System_Single)
        {
            yield return "convert.float";
        }
        else if (Rank(from) is > 0 and var left && Rank(to) is > 0 and var right)
        {
            yield return left < right ? "convert.widen" : "convert.narrow";
        }
    }

    private static ITypeSymbol? Plain(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static int Rank(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => 1,
        SpecialType.System_Int64 => 2,
        SpecialType.System_Double => 3,
        _ => 0,
    };

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsInstant(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_DateTime;

    private static bool IsSpan(ITypeSymbol? type) => type is { Name: "TimeSpan", ContainingNamespace.Name: "System" };
}
