using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>How many digits a decimal has: what <c>[Decimal(p, s)]</c> says, on a column, a feature, an input; of a list or map of the decimals in it.</summary>
internal static class DecimalDeclaration
{
    private const string Attribute = "Decimal";

    /// <summary>The type with its digits, where there are decimals in it; <see cref="Check"/> has passed it.</summary>
    public static ScalarType Apply(IPropertySymbol property, ScalarType type) =>
        HoldsDecimals(type) && DigitsOf(property) is var (precision, scale) && IsValid(precision, scale) ? Of(type, ScalarType.DecimalOf(precision, scale)) : type;

    /// <summary>Reports a decimal without digits, digits that cannot be, and digits on what is no decimal.</summary>
    /// <returns>False where something was reported.</returns>
    public static bool Check(IPropertySymbol property, BindingContext context)
    {
        var isDecimal = ScalarTypes.TryMap(property.Type) is { } type && HoldsDecimals(type);
        var attribute = Attributes.Find(property, Attribute);
        if (!isDecimal && attribute is null)
        {
            return true;
        }

        var problem = !isDecimal ? $"'{property.Name}' is '{property.Type.ToDisplayString()}', and [Decimal] says how many digits a decimal has. Declare it as decimal."
            : attribute is null ? $"'{property.Name}' is a decimal of no known precision. Say how many digits it has in all, and how many of them after the point: [Decimal(12, 2)]."
            : DigitsOf(property) is var (precision, scale) && IsValid(precision, scale) ? null
            : $"'{property.Name}' has digits that no engine computes alike. Say [Decimal(precision, scale)] with a precision from 1 to {ScalarType.MostDigits} and a scale from 0 to the precision.";
        if (problem is not null)
        {
            context.Report(Rules.DecimalDigits, Declarations.LocationOf(property), problem);
        }

        return problem is null;
    }

    private static bool IsValid(int precision, int scale) => precision is >= 1 and <= ScalarType.MostDigits && scale >= 0 && scale <= precision;

    private static (int Precision, int Scale)? DigitsOf(IPropertySymbol property) =>
        Attributes.Find(property, Attribute)?.ConstructorArguments is { Length: 2 } digits && digits[0].Value is int precision && digits[1].Value is int scale
            ? (precision, scale)
            : null;

    private static bool HoldsDecimals(ScalarType type) =>
        type.Kind == ScalarKind.Decimal || type.Element?.Kind == ScalarKind.Decimal || type.Key?.Kind == ScalarKind.Decimal;

    private static ScalarType Of(ScalarType type, ScalarType digits) =>
        type.Kind == ScalarKind.Decimal ? digits with { IsNullable = type.IsNullable }
        : !type.IsComposite ? type
        : type with { Element = type.Element is { } element ? Of(element, digits) : null, Key = type.Key is { } key ? Of(key, digits) : null };
}
