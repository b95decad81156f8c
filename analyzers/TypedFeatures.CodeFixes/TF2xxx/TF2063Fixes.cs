using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Removes rows of the past that a label takes and does not read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2063Fixes)), Shared]
public sealed class TF2063Fixes() : RuleFixes(Rules.EventsInLabel)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => Parameters.Unread(finding);
}
