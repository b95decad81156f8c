using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Computes in double what decimals do not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2091Fixes)), Shared]
public sealed class TF2091Fixes() : RuleFixes(Rules.DecimalOperation)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => DoubleRemedies.RemediesOf(finding, SpecialType.System_Decimal);
}
