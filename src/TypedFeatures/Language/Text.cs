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

    /// <summary>The first code points of a text, all of it where it has fewer; null stays null. A code point is never cut, as <c>Substring</c> may do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many, from 1; in a definition a constant.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Left(string? text, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var end = 0;
        for (; text is not null && count > 0 && end < text.Length; count--)
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }

        return text?[..end];
    }

    /// <summary>The last code points of a text, all of it where it has fewer; null stays null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many, from 1; in a definition a constant.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Right(string? text, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var start = text?.Length ?? 0;
        for (; text is not null && count > 0 && start > 0; count--)
        {
            start -= start > 1 && char.IsSurrogatePair(text, start - 2) ? 2 : 1;
        }

        return text?[start..];
    }

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
