using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Raises <c>OnlineTtl</c> to the longest look-back, or leaves it out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2011Fixes)), Shared]
public sealed class TF2011Fixes() : RuleFixes(Rules.ShortOnlineTtl)
{
    private const long Second = 1_000_000;

    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList is not { } list
            || list.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "OnlineTtl") is not { } argument)
        {
            yield break;
        }

        if (long.TryParse(finding.Fact(FixFacts.LookBack), NumberStyles.None, CultureInfo.InvariantCulture, out var longest))
        {
            var text = TextOf(longest);
            yield return new Remedy(
                $"Raise OnlineTtl to '{text}'",
                "raise",
                edit => edit.Replace(argument.Expression, _ => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text))));
        }

        yield return new Remedy("Leave out OnlineTtl", "remove", edit => edit.Replace(list, l => l.WithArguments(
            l.Arguments.RemoveAt(l.Arguments.IndexOf(a => a.NameEquals?.Name.Identifier.ValueText == "OnlineTtl")))));
    }

    /// <summary>The shortest such text that is not below it.</summary>
    private static string TextOf(long microseconds)
    {
        var seconds = (microseconds + Second - 1) / Second;
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d"
            : seconds % 3_600 == 0 ? seconds / 3_600 + "h"
            : seconds % 60 == 0 ? seconds / 60 + "m"
            : seconds + "s";
    }
}
