using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Analyzers;

/// <summary>
/// Reports rules of ours that are silenced without a reason: <c>[SuppressMessage]</c> without a <c>Justification</c>, and <c>#pragma warning disable</c> without a
/// comment at its end. Who reads the code a year later has to know why a leak was let in.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : DiagnosticAnalyzer
{
    private const string Prefix = "TF";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [LeakageRules.UnjustifiedSuppression];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("TypedFeatures.FeatureViewAttribute") is not null)
            {
                start.RegisterSyntaxTreeAction(CheckPragmas);
                start.RegisterSyntaxNodeAction(CheckAttribute, SyntaxKind.Attribute);
            }
        });
    }

    private static void CheckPragmas(SyntaxTreeAnalysisContext context)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives)
        {
            return;
        }

        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax { DisableOrRestoreKeyword.RawKind: (int)SyntaxKind.DisableKeyword } pragma && !HasReason(pragma))
            {
                foreach (var code in pragma.ErrorCodes.Where(c => IsOurs(c.ToString())))
                {
                    Report(context.ReportDiagnostic, code, $"#pragma silences {code} and does not say why. Write a comment at its end: #pragma warning disable {code} // because …");
                }
            }
        }
    }

    private static bool HasReason(PragmaWarningDirectiveTriviaSyntax pragma) => pragma.EndOfDirectiveToken.GetAllTrivia()
        .Concat(pragma.ErrorCodes.SelectMany(c => c.GetTrailingTrivia()))
        .Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) && t.ToString().TrimStart('/').Trim().Length > 0);

    private static void CheckAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (!attribute.Name.ToString().Contains("SuppressMessage")
            || attribute.ArgumentList?.Arguments is not { Count: >= 2 } arguments
            || context.SemanticModel.GetConstantValue(arguments[1].Expression, context.CancellationToken).Value is not string rule
            || !IsOurs(rule)
            || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType.ToDisplayString() != "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute")
        {
            return;
        }

        var reason = arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Justification");
        if (reason is null || string.IsNullOrWhiteSpace(context.SemanticModel.GetConstantValue(reason.Expression, context.CancellationToken).Value as string))
        {
            Report(context.ReportDiagnostic, attribute, $"[SuppressMessage] silences {rule} and does not say why. Add Justification = \"…\".");
        }
    }

    /// <summary>Whether an id, with or without a title after a colon, is of a rule of ours.</summary>
    private static bool IsOurs(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && id.Length >= Prefix.Length + 4 && id.Skip(Prefix.Length).Take(4).All(char.IsDigit);

    private static void Report(Action<Diagnostic> report, SyntaxNode place, string message) =>
        report(Diagnostic.Create(LeakageRules.UnjustifiedSuppression, place.GetLocation(), message));
}
