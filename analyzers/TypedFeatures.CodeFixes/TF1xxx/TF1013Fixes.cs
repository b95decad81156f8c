using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Lets the state keep the value that its declaration gives it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1013Fixes)), Shared]
public sealed class TF1013Fixes() : RuleFixes(LeakageRules.MutableState)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => FixedMembers.ReadOnly(finding);
}
