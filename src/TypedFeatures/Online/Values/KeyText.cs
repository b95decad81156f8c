using System.ComponentModel;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Checks text before it becomes part of a key's bytes; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeyText
{
    /// <summary>The text as it is. Ill-formed text would be replaced on its way to UTF-8, and two keys could become one.</summary>
    /// <exception cref="ArgumentException">It holds a NUL or half of a surrogate pair, which no stored key does.</exception>
    public static string WellFormed(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WellFormedText.FindFault(value) is { } fault
            ? throw new ArgumentException("A text in the entity key " + fault, nameof(value))
            : value;
    }
}
