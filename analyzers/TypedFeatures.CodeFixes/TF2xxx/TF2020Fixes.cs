using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Adds the arm that matches what no other does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2020Fixes)), Shared]
public sealed class TF2020Fixes() : RuleFixes(Rules.NonExhaustiveSwitch)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (finding.Expression is not SwitchExpressionSyntax { Arms.Count: > 0 } choice)
        {
            return [];
        }

        var remedies = finding.IfItCompiles(Adding(choice, Expressions.Null(), "null"));
        return Expressions.EmptyOf(finding.TypeOf(choice)) is { } empty ? remedies.Concat(finding.IfItCompiles(Adding(choice, empty, "empty"))) : remedies;
    }

    private static Remedy Adding(SwitchExpressionSyntax choice, ExpressionSyntax value, string key) =>
        new($"Add an arm '_ => {value}'", key, edit => edit.Replace(choice, c => With(c, value)));

    private static SwitchExpressionSyntax With(SwitchExpressionSyntax choice, ExpressionSyntax value)
    {
        var arms = choice.Arms.GetWithSeparators();
        var last = choice.Arms.Last();

        // Tokens with their own blanks, so that the formatter, whose line ends may not be the file's, has nothing to do.
        var discard = DiscardPattern(Token(TriviaList(), SyntaxKind.UnderscoreToken, TriviaList()));
        var arm = SwitchExpressionArm(discard, null, Expressions.Spaced(SyntaxKind.EqualsGreaterThanToken), value.WithoutTrivia()).WithLeadingTrivia(last.GetLeadingTrivia());
        if (choice.Arms.SeparatorCount == choice.Arms.Count)
        {
            var behind = choice.Arms.GetSeparators().Last().TrailingTrivia;
            var end = Token(TriviaList(), SyntaxKind.CommaToken, behind.Any(SyntaxKind.EndOfLineTrivia) ? LineEnd(behind) : behind);
            return choice.WithArms(SeparatedList<SwitchExpressionArmSyntax>(arms.Add(arm).Add(end)));
        }

        // Without a comma behind the last arm, what follows that arm follows the new one.
        var isOnLines = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var comma = Token(TriviaList(), SyntaxKind.CommaToken, isOnLines ? last.GetTrailingTrivia() : TriviaList(Space));
        return choice.WithArms(SeparatedList<SwitchExpressionArmSyntax>(
            arms.Replace(last, last.WithoutTrailingTrivia()).Add(comma).Add(arm.WithTrailingTrivia(isOnLines ? LineEnd(last.GetTrailingTrivia()) : last.GetTrailingTrivia()))));
    }

    /// <summary>Without a comment, which is of the arm before.</summary>
    private static SyntaxTriviaList LineEnd(SyntaxTriviaList trivia) => TriviaList(trivia.Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)));
}
