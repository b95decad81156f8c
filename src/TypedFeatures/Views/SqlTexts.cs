using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TypedFeatures;

/// <summary>
/// Reads the constants of generated SQL where the compiler keeps them. Code that named them would have them a second time, as string literals, for which an
/// assembly has room for 16 million bytes only.
/// </summary>
internal static class SqlTexts
{
    /// <summary>What of a class of texts must be kept when an application is trimmed.</summary>
    internal const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicFields;

    /// <summary>The text of that name.</summary>
    /// <exception cref="ArgumentException">The class has no such constant.</exception>
    internal static string Read([DynamicallyAccessedMembers(Members)] Type texts, string name)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.GetField(name, BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field && field.GetRawConstantValue() is string text
            ? text
            : throw new ArgumentException($"'{texts}' has no text called {name}: it is no class of generated SQL.", nameof(texts));
    }
}
