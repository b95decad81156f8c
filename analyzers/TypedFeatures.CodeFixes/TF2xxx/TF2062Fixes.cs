using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Removes rows of the future that a view takes and does not read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2062Fixes)), Shared]
public sealed class TF2062Fixes() : RuleFixes(Rules.OutcomesInFeature)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => Parameters.Unread(finding);
}
