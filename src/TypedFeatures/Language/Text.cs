using System.Diagnostics.CodeAnalysis;

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
