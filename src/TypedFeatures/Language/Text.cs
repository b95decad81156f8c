using System.Diagnostics.CodeAnalysis;
using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Text functions that mean the same on every engine.</summary>
public static class Text
{
    /// <summary>Turns A–Z into a–z and leaves all else as it is; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? LowerAscii(string? text) =>
        text is null ? null : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] is >= 'A' and <= 'Z' ? (char)(source[i] + ('a' - 'A')) : source[i];
            }
        });

    /// <summary>The text without blanks of ASCII (U+0009 to U+000D and the space) at both ends; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? TrimAscii(string? text) => text?.Trim('\t', '\n', '\v', '\f', '\r', ' ');

    /// <summary>The order of two texts by Unicode code point, as every engine sorts them: −1, 0 or 1.</summary>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static int Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Math.Sign(ValueOrder.CompareText(left, right));
    }

    /// <summary>Turns a–z into A–Z and leaves all else as it is; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? UpperAscii(string? text) =>
        text is null ? null : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i] is >= 'a' and <= 'z' ? (char)(source[i] - ('a' - 'A')) : source[i];
            }
        });
}
