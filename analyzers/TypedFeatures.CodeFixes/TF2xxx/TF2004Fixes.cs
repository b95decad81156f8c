using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Marks the property that the source lacks, lets a marked one no longer be null, and corrects the name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2004Fixes)), Shared]
public sealed class TF2004Fixes() : RuleFixes(Rules.SourceDeclaration)
{
    /// <summary>More than these would be a list of the properties.</summary>
    private const int MostCandidates = 3;

    /// <summary>The roles of properties that must not be null.</summary>
    private static readonly string[] Present = ["EventId", "EventTime", "IngestTime", "EntityKey", "ValidFrom", "Tombstone"];

    private static readonly string[] Marks = [.. Present, "ValidTo"];

    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => (finding.Node, finding.Fact(FixFacts.Role)) switch
    {
        (TypeDeclarationSyntax source, { } role) => Mark(finding, source, role),
        (PropertyDeclarationSyntax { Type: NullableTypeSyntax } property, _) when Present.Any(m => Members.AttributeOf(finding, property, m) is not null && Suits(NeverNull(finding, property), m)) =>
            finding.IfItCompiles(new Remedy($"Declare '{property.Identifier.ValueText}' as never null", "present", edit => edit.Replace((NullableTypeSyntax)property.Type, t => t.ElementType))),
        _ => RecordDeclarations.AttributeRemedies(finding),
    };

    /// <summary>The properties that may have the role, likely names first.</summary>
    private static IEnumerable<Remedy> Mark(Finding finding, TypeDeclarationSyntax source, string role) => source.Members
        .OfType<PropertyDeclarationSyntax>()
        .Where(p => p.AccessorList is not null && !Marks.Any(m => Members.AttributeOf(finding, p, m) is not null) && Suits(finding.Model.GetDeclaredSymbol(p, finding.Cancellation)?.Type, role))
        .OrderByDescending(p => IsLikely(p.Identifier.ValueText, source.Identifier.ValueText, role))
        .Take(MostCandidates)
        .Select(p => new Remedy($"Mark '{p.Identifier.ValueText}' as [{role}]", role + ":" + p.Identifier.ValueText, edit => edit.Rewrite(p, x => Members.WithAttribute(finding, x, role))));

    /// <summary>The type of a property, were it never null.</summary>
    private static ITypeSymbol? NeverNull(Finding finding, PropertyDeclarationSyntax property) => finding.Model.GetDeclaredSymbol(property, finding.Cancellation)?.Type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0],
        var type => type?.WithNullableAnnotation(NullableAnnotation.NotAnnotated),
    };

    private static bool IsLikely(string property, string source, string role) =>
        property == role || (role is "EventId" or "EntityKey" && (property == "Id" || property == source + "Id"));

    private static bool Suits(ITypeSymbol? type, string role) => type is not null && ScalarTypes.TryMap(type) is { IsNullable: false, NumberOf: null } stored && role switch
    {
        "EventId" => stored.Kind is ScalarKind.String or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Guid,
        "Tombstone" => stored.Kind is ScalarKind.Boolean,
        "EntityKey" => !stored.IsFloating && !stored.IsComposite,
        _ => stored.Kind is ScalarKind.DateTime,
    };
}
