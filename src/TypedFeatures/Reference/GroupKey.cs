using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TypedFeatures.Reference;

/// <summary>Makes a group key of its parts: the part itself, or an anonymous type or value tuple through its constructor.</summary>
internal static class GroupKey
{
    public static TKey FromParts<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TKey>(object?[] parts)
    {
        var values = Normalise(parts);
        if (values is [TKey key])
        {
            return key;
        }

        var constructor = Array.Find(typeof(TKey).GetConstructors(), candidate => Takes(candidate.GetParameters(), values))
            ?? throw new ArgumentException(
                $"The entity key is a {typeof(TKey)}, which cannot be made of ({string.Join(", ", values.Select(v => v.GetType()))}); pass its parts in the order of the group … by clause.",
                nameof(parts));
        return (TKey)constructor.Invoke(values);
    }

    /// <summary>The parts as they would be stored.</summary>
    /// <exception cref="ArgumentException">A part is null or refused.</exception>
    public static object[] Normalise(object?[] parts) => [.. parts.Select(Normalise)];

    private static object Normalise(object? part, int index)
    {
        if (part is null)
        {
            throw new ArgumentException($"Part {index} of the entity key is null; a null in any part of a key is no entity.", nameof(part));
        }

        var value = ColumnValue.Normalise(part, out var fault);
        return fault is null ? value : throw new ArgumentException($"Part {index} of the entity key {fault}", nameof(part));
    }

    private static bool Takes(ParameterInfo[] parameters, object[] values) =>
        parameters.Length == values.Length
        && parameters.Zip(values).All(static pair =>
            (Nullable.GetUnderlyingType(pair.First.ParameterType) ?? pair.First.ParameterType) == pair.Second.GetType());
}
