using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Gives a view of a service a role of its own, called as its property is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2071Fixes)), Shared]
public sealed class TF2071Fixes() : RuleFixes(Rules.ServiceKey)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => Members.PropertyOf(finding) is { } view && Members.AttributeOf(finding, view, "Role") is null
        ? [new Remedy(
            $"Mark as [Role(\"{view.Identifier.ValueText}\")]",
            "role",
            edit => edit.Rewrite(view, p => Members.WithAttribute(finding, p, "Role", "\"" + p.Identifier.ValueText + "\"")))]
        : [];
}
