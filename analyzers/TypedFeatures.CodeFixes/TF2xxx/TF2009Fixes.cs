using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Removes a feature that has no value. What its value might be nobody but its author knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2009Fixes)), Shared]
public sealed class TF2009Fixes() : RuleFixes(Rules.FeatureAssignment)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => Members.PropertyOf(finding) is { } property
        ? finding.IfItCompiles(new Remedy($"Remove '{property.Identifier.ValueText}'", "remove", edit => edit.Remove(property)))
        : [];
}
