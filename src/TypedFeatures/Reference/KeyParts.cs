using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TypedFeatures.Reference;

/// <summary>Looks into join keys of several parts.</summary>
internal static class KeyParts
{
    /// <summary>What trimming must keep of the type of a group key: it is made of its parts, and taken apart.</summary>
    public const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Whether a key is null or has a null in any part.</summary>
    public static bool HasNull<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey>(TKey key) => key switch
    {
        null => true,
        string => false,
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(i => tuple[i] is null),
        _ => !typeof(TKey).IsValueType && Array.Exists(typeof(TKey).GetProperties(), property => property.GetValue(key) is null),
    };
}
