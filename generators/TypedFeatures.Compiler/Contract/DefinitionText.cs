using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Contract;

/// <summary>
/// A definition as it is written. The lock file keeps it of what is released, so that the released version can be brought back beside the next one, when the code has long
/// been changed.
/// </summary>
public static class DefinitionText
{
    /// <summary>The property with which a compilation is asked to carry texts; assemblies that are built to run carry none.</summary>
    public const string Property = "TypedFeaturesContractText";

    /// <summary>Whether the texts are asked for.</summary>
    public static bool IsAskedFor(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property." + Property, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The lines of a record with its attributes and the comments above it, each part of a partial one after the other; nothing of a nested record, which cannot stand
    /// alone.
    /// </summary>
    public static EquatableArray<string> Of(INamedTypeSymbol type, CancellationToken cancellation) => type.ContainingType is not null
        ? default
        : type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).SelectMany(LinesOf).ToEquatableArray();

    private static IEnumerable<string> LinesOf(SyntaxNode declaration)
    {
        var text = declaration.SyntaxTree.GetText();
        var start = declaration.SpanStart;
        foreach (var trivia in declaration.GetLeadingTrivia().Reverse())
        {
            // What a blank line or a directive parts from the record is not its own.
            if (trivia.IsDirective || (trivia.IsKind(SyntaxKind.EndOfLineTrivia) && text.Lines.GetLineFromPosition(trivia.SpanStart).ToString().Trim().Length == 0))
            {
                break;
            }

            start = trivia.FullSpan.Start;
        }

        var (first, last) = (text.Lines.IndexOf(start), text.Lines.IndexOf(declaration.Span.End));
        for (var line = first; line < last; line++)
        {
            yield return text.Lines[line].ToString().TrimEnd();
        }

        yield return text.ToString(TextSpan.FromBounds(text.Lines[last].Start, declaration.Span.End));
    }
}
