namespace TypedFeatures.Plans.Contract;

/// <summary>What became of a type.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Text">From what to what.</param>
internal sealed record TypeChange(ContractChangeKind Kind, string Text)
{
    /// <summary>Whether it is a change of an enum, not of what holds it.</summary>
    public bool IsOfEnum => Kind is ContractChangeKind.EnumStorage or ContractChangeKind.EnumMemberAdded or ContractChangeKind.EnumMembersReordered or ContractChangeKind.EnumMemberRemoved;
}

/// <summary>Tells what a change of a type means to those who hold values of the old one.</summary>
internal static class TypeComparison
{
    /// <summary>The changes from one type to another; none where values stay what they are, whatever the enum is called in C#.</summary>
    public static IEnumerable<TypeChange> Of(ScalarType before, ScalarType after)
    {
        foreach (var change in OfValues(before.NonNullable, after.NonNullable))
        {
            yield return change;
        }

        if (before.IsNullable != after.IsNullable)
        {
            yield return new TypeChange(
                after.IsNullable ? ContractChangeKind.BecameNullable : ContractChangeKind.BecameNonNull,
                after.IsNullable ? $"{before} can be null now" : $"{before} can no longer be null");
        }
    }

    private static IEnumerable<TypeChange> OfValues(ScalarType before, ScalarType after)
    {
        if (IsEnum(before) && IsEnum(after))
        {
            return OfEnums(before, after);
        }

        if (before.Kind != after.Kind)
        {
            return [Widened(before, after) ?? Changed(before, after)];
        }

        return before.Kind switch
        {
            ScalarKind.Vector when before.Length != after.Length => [new TypeChange(ContractChangeKind.VectorLength, $"a vector of {before.Length} numbers has {after.Length}")],
            ScalarKind.Decimal when before != after => [Widened(before, after) ?? Changed(before, after)],
            ScalarKind.List => OfValues(before.Element!, after.Element!),
            ScalarKind.Map => OfValues(before.Key!, after.Key!).Concat(OfValues(before.Element!, after.Element!)),
            _ => [],
        };
    }

    private static bool IsEnum(ScalarType type) => type.Enum is not null || type.NumberOf is not null;

    private static IEnumerable<TypeChange> OfEnums(ScalarType before, ScalarType after)
    {
        if (before.Enum is null != after.Enum is null)
        {
            return [new TypeChange(ContractChangeKind.EnumStorage, $"{after} is stored by {(after.Enum is null ? "number" : "name")}, no longer by {(before.Enum is null ? "number" : "name")}")];
        }

        // Of an enum that is stored by number every number is a value, with a member or without.
        return before.Enum is { } old && after.Enum is { } now
            ? OfMembers(after.ToString(), old.Members, now.Members)
            : before.Kind == after.Kind ? [] : [Widened(before, after) ?? Changed(before, after)];
    }

    private static IEnumerable<TypeChange> OfMembers(string name, EquatableArray<EnumMember> before, EquatableArray<EnumMember> after)
    {
        var gone = before.Where(b => !after.Any(a => a.Name == b.Name)).Select(m => m.Name).ToList();
        var added = after.Where(a => !before.Any(b => b.Name == a.Name)).Select(m => m.Name).ToList();
        if (gone.Count > 0)
        {
            yield return new TypeChange(ContractChangeKind.EnumMemberRemoved, $"{name} has no {string.Join(", ", gone)} any more");
        }

        if (added.Count > 0)
        {
            yield return new TypeChange(ContractChangeKind.EnumMemberAdded, $"{name} has {string.Join(", ", added)} besides");
        }

        var moved = before.Where(b => after.Any(a => a.Name == b.Name && a.Value != b.Value)).Select(m => m.Name).ToList();
        if (moved.Count > 0)
        {
            yield return new TypeChange(ContractChangeKind.EnumMembersReordered, $"{name} orders {string.Join(", ", moved)} by other values");
        }
    }

    private static TypeChange? Widened(ScalarType before, ScalarType after) =>
        Holds(after, before) ? new TypeChange(ContractChangeKind.TypeWidened, $"{before} is wider now: {after}") : null;

    private static TypeChange Changed(ScalarType before, ScalarType after) =>
        new(ContractChangeKind.TypeChanged, Holds(before, after) ? $"{before} is narrower now: {after}" : $"{before} is of another kind now: {after}");

    /// <summary>Whether a type holds every value of another exactly. A double does not hold every long.</summary>
    private static bool Holds(ScalarType wide, ScalarType narrow) => (wide.Kind, narrow.Kind) switch
    {
        (ScalarKind.Int64 or ScalarKind.Double, ScalarKind.Int32) => true,
        (ScalarKind.Double, ScalarKind.Single) => true,
        (ScalarKind.Decimal, ScalarKind.Int32) => Fits(ScalarType.DecimalWithin(-(long)int.MinValue, 0), wide),
        (ScalarKind.Decimal, ScalarKind.Decimal) => wide.Scale >= narrow.Scale && Fits(narrow, wide),
        _ => false,
    };

    private static bool Fits(ScalarType narrow, ScalarType wide) => narrow.LimitAt(wide.Scale) <= wide.Limit;
}
