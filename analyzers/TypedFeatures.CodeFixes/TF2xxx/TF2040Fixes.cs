using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Gives a vector a length to be corrected, or stores numbers as floats.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2040Fixes)), Shared]
public sealed class TF2040Fixes() : RuleFixes(Rules.VectorLength)
{
    private const int UsualLength = 128;

    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (Members.PropertyOf(finding) is not { } property)
        {
            return [];
        }

        return (finding.TypeOf(property.Type), Members.AttributeOf(finding, property, "Vector")) switch
        {
            (IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Single }, null) =>
                [new Remedy($"Mark as [Vector({UsualLength})]", "length", edit => edit.Rewrite(property, p => Members.WithAttribute(finding, p, "Vector", UsualLength.ToString(CultureInfo.InvariantCulture))))],
            (IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Double }, not null) =>
                finding.IfItCompiles(new Remedy("Declare as 'float[]'", "float", edit => edit.Replace(property.Type, t => Members.Retyped(t, "float[]")))),
            _ => [],
        };
    }
}
