using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Binding;

/// <summary>What a record defines: features, which see the past, or a label, which sees the future. The query is read alike; the types around it differ.</summary>
/// <param name="Noun">What messages call it.</param>
/// <param name="Rows">The language's type of the rows it sees.</param>
/// <param name="Query">The language's type of what <c>Define</c> returns.</param>
/// <param name="Declaration">The rule its declaration has to follow.</param>
/// <param name="OtherRows">The type of rows it must not see.</param>
/// <param name="Foreign">The rule against those.</param>
/// <param name="Remedy">What to do instead.</param>
/// <param name="Reserved">The names of generated members.</param>
/// <param name="MayMerge">Whether its query may read several streams, merged.</param>
/// <param name="MayJoinViews">Whether its query may join the snapshots of feature views.</param>
internal sealed record DefinitionKind(
    string Noun,
    string Rows,
    string Query,
    DiagnosticDescriptor Declaration,
    string OtherRows,
    DiagnosticDescriptor Foreign,
    string Remedy,
    IReadOnlyList<string> Reserved,
    bool MayMerge,
    bool MayJoinViews)
{
    /// <summary>A record marked <c>[FeatureView]</c>.</summary>
    public static DefinitionKind View { get; } = new(
        "feature view",
        "Events",
        "FeatureQuery",
        Rules.ViewDeclaration,
        "Outcomes",
        Rules.OutcomesInFeature,
        "Take Events<T>, which holds what had happened and was known by then.",
        ["View", "Spine", "Key", "Evaluate", "EvaluateMany"],
        MayMerge: true,
        MayJoinViews: true);

    /// <summary>A record marked <c>[Label]</c>.</summary>
    public static DefinitionKind Label { get; } = new(
        "label",
        "Outcomes",
        "LabelQuery",
        Rules.LabelDeclaration,
        "Events",
        Rules.EventsInLabel,
        "Take Outcomes<T> and Next(length); what looks back is a feature, of a view.",
        ["Label", "Key", "Evaluate", "View", "Spine", "Request", "Service"],
        MayMerge: false,
        MayJoinViews: false);

    /// <summary>Whether a type is the rows this kind sees.</summary>
    public bool IsRows(ITypeSymbol type) => LanguageTypes.Is(type, Rows, 1);

    /// <summary>Whether a type is the rows this kind must not see.</summary>
    public bool IsOtherRows(ITypeSymbol type) => LanguageTypes.Is(type, OtherRows, 1);

    /// <summary>Whether a type is what <c>Define</c> returns.</summary>
    public bool IsQuery(ITypeSymbol type) => LanguageTypes.Is(type, Query, 1);
}
