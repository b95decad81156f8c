using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Declares a label as a sealed partial record, or corrects its attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2060Fixes)), Shared]
public sealed class TF2060Fixes() : RuleFixes(Rules.LabelDeclaration)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => RecordDeclarations.RemediesOf(finding);
}
