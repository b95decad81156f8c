using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Members;

/// <summary>
/// The members of .NET and of the language that plans know, by documentation-comment id. A new one is one line in the table
/// of its type, beside this file.
/// </summary>
internal static class MemberRegistry
{
    private static readonly Dictionary<string, MemberHandler> Handlers = NullableMembers.All
        .Concat(TextMembers.All)
        .Concat(NumberMembers.All)
        .Concat(TimeMembers.All)
        .Concat(TimeArithmetic.All)
        .Concat(CalendarMembers.All)
        .Concat(EncodeMembers.All)
        .ToDictionary(m => m.Key, m => m.Value);

    /// <summary>Every known member by its documentation-comment id, in ordinal order: what the documentation lists.</summary>
    public static IReadOnlyList<string> Known { get; } = Handlers.Keys.OrderBy(id => id, StringComparer.Ordinal).ToList();

    /// <summary>What a member means; null where plans do not know it.</summary>
    public static MemberHandler? Find(ISymbol member) =>
        member.OriginalDefinition.GetDocumentationCommentId() is { } id && Handlers.TryGetValue(id, out var handler) ? handler : null;

    /// <summary>Why a known member is refused, and what to write instead; null where nothing better than "not supported" can be said.</summary>
    public static (DiagnosticDescriptor Rule, string Message)? Refusal(ISymbol member)
    {
        var type = member.ContainingType;
        if (type?.SpecialType == SpecialType.System_String && TextMembers.Refusal(member) is { } text)
        {
            return (Rules.CulturalText, text);
        }

        if (type is { Name: "DateTime" or "TimeSpan", ContainingNamespace.Name: "System" } && TimeArithmetic.Refusal(member) is { } time)
        {
            return (Rules.UnsupportedExpression, time);
        }

        if (type is { Name: "Math", ContainingNamespace.Name: "System" } && member is IMethodSymbol method && NumberMembers.Refusal(method) is { } number)
        {
            return number;
        }

        return Refusals.Find(member) is { } refusal ? (refusal.Rule, refusal.Advice) : null;
    }
}
