using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// Whether some arm of a switch expression matches every value there is. The compiler knows of all values of a type but warns of null in
/// references only; here an enum has no values but its members.
/// </summary>
internal static class Exhaustiveness
{
    /// <summary>What no arm matches, in words; null where nothing is missing.</summary>
    /// <param name="choice">The switch expression.</param>
    /// <param name="mayBeNull">Whether the input, or a part of it that is a reference, may be null.</param>
    /// <param name="isReference">Whether the compiler knows nothing of that null.</param>
    public static string? Missing(ISwitchExpressionOperation choice, bool mayBeNull, bool isReference)
    {
        var patterns = choice.Arms.Where(arm => arm.Guard is null).Select(arm => arm.Pattern).ToList();
        if (patterns.Any(IsTotal))
        {
            return null;
        }

        if (mayBeNull && (isReference || !choice.IsExhaustive) && !patterns.Any(MatchesNull))
        {
            return "null is missing";
        }

        if (choice.IsExhaustive)
        {
            return null;
        }

        if (choice.Value.Type is not { } type || ScalarTypes.TryMap(type)?.Enum is not { } members)
        {
            return "there are other values";
        }

        var left = members.Members.Where(member => !patterns.Any(pattern => Matches(pattern, member.Value))).Select(member => member.Name).ToList();
        return left.Count == 0 ? null : string.Join(", ", left) + (left.Count == 1 ? " is missing" : " are missing");
    }

    private static bool IsTotal(IPatternOperation pattern) => pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };

    private static bool MatchesNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => true,
        INegatedPatternOperation negated => !MatchesNull(negated.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => MatchesNull(either.LeftPattern) || MatchesNull(either.RightPattern),
        IBinaryPatternOperation both => MatchesNull(both.LeftPattern) && MatchesNull(both.RightPattern),
        _ => IsTotal(pattern),
    };

    /// <summary>Whether a pattern matches the member of an enum with a value.</summary>
    private static bool Matches(IPatternOperation pattern, long member) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } value } } => Number(value) == member,
        IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } value } } relational => relational.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => member < Number(value),
            BinaryOperatorKind.LessThanOrEqual => member <= Number(value),
            BinaryOperatorKind.GreaterThan => member > Number(value),
            _ => member >= Number(value),
        },
        INegatedPatternOperation negated => !Matches(negated.Pattern, member),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(either.LeftPattern, member) || Matches(either.RightPattern, member),
        IBinaryPatternOperation both => Matches(both.LeftPattern, member) && Matches(both.RightPattern, member),
        IDiscardPatternOperation or IDeclarationPatternOperation or ITypePatternOperation => true,
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => false,
    };

    private static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
