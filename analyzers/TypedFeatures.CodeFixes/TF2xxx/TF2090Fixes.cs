using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Gives a decimal as many digits as there are, or as were asked for and fit; takes them from what is no decimal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2090Fixes)), Shared]
public sealed class TF2090Fixes() : RuleFixes(Rules.DecimalDigits)
{
    /// <summary>Of most amounts of money.</summary>
    private const int UsualScale = 2;

    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (Members.PropertyOf(finding) is not { } property)
        {
            return [];
        }

        return Members.AttributeOf(finding, property, "Decimal") switch
        {
            null => [new Remedy(
                $"Mark as [Decimal({ScalarType.MostDigits}, {UsualScale})]",
                "digits",
                edit => edit.Rewrite(property, p => Members.WithAttribute(finding, p, "Decimal", $"{ScalarType.MostDigits}, {UsualScale}")))],
            var digits when finding.TypeOf(property.Type) is { } type && !IsDecimal(type) => Without(property, digits),
            { ArgumentList: { Arguments.Count: 2 } list } => Within(finding, list),
            _ => [],
        };
    }

    private static IEnumerable<Remedy> Without(PropertyDeclarationSyntax property, AttributeSyntax digits) => digits.Parent is AttributeListSyntax { Attributes.Count: 1 } list
        ? [new Remedy("Remove [Decimal]", "remove", edit => edit.Rewrite(property, p => Members.WithoutList(p, property.AttributeLists.IndexOf(list))))]
        : [];

    private static IEnumerable<Remedy> Within(Finding finding, AttributeArgumentListSyntax list)
    {
        if (finding.ConstantOf(list.Arguments[0].Expression) is not int precision || finding.ConstantOf(list.Arguments[1].Expression) is not int scale || precision < 1 || scale < 0)
        {
            return [];
        }

        var (most, after) = (Math.Min(ScalarType.MostDigits, Math.Max(precision, scale)), Math.Min(ScalarType.MostDigits, scale));
        return [new Remedy(
            $"Mark as [Decimal({most}, {after})]",
            "digits",
            edit => edit.Replace(list, l => l.ReplaceNodes(l.Arguments.Select(a => a.Expression), (old, _) => old == l.Arguments[0].Expression ? Number(most) : Number(after))))];
    }

    private static bool IsDecimal(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Decimal || type is INamedTypeSymbol { TypeArguments: var parts } && parts.Any(IsDecimal);

    private static LiteralExpressionSyntax Number(int value) => LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(value));
}
