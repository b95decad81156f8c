using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Makes the field that a window's length is read from read-only, or a negative length positive.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2006Fixes)), Shared]
public sealed class TF2006Fixes() : RuleFixes(Rules.WindowLength)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => Lengths.RemediesOf(finding);
}
