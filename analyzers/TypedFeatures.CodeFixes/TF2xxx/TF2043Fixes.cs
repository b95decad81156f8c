using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Makes the length of a list a constant, where a field has it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2043Fixes)), Shared]
public sealed class TF2043Fixes() : RuleFixes(Rules.ListLength)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => FixedMembers.Constant(finding);
}
