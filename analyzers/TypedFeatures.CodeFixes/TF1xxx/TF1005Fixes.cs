using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Computes in double instead of float.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1005Fixes)), Shared]
public sealed class TF1005Fixes() : RuleFixes(Rules.FloatArithmetic)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => DoubleRemedies.RemediesOf(finding, SpecialType.System_Single);
}
