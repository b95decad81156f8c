using System.Globalization;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Lengths of time in attributes, where C# allows only text: <c>400d</c>, <c>1h</c>, <c>30m</c>, <c>15s</c>.</summary>
internal static class DurationText
{
    public const long MicrosecondsPerSecond = 1_000_000;

    /// <summary>A positive number of microseconds, or null where the text is not a length of time.</summary>
    public static long? Parse(string text)
    {
        var unit = text.Length < 2 ? 0 : text[text.Length - 1] switch
        {
            'd' => 86_400 * MicrosecondsPerSecond,
            'h' => 3_600 * MicrosecondsPerSecond,
            'm' => 60 * MicrosecondsPerSecond,
            's' => MicrosecondsPerSecond,
            _ => 0,
        };
        return unit > 0
            && long.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0
            && count <= TimeSpan.MaxValue.Ticks / 10 / unit
                ? count * unit
                : null;
    }

    /// <summary>A length of time for a message, in the greatest unit of which it is a whole number.</summary>
    public static string Readable(long microseconds) => microseconds switch
    {
        _ when microseconds % (86_400 * MicrosecondsPerSecond) == 0 => microseconds / (86_400 * MicrosecondsPerSecond) + " days",
        _ when microseconds % (3_600 * MicrosecondsPerSecond) == 0 => microseconds / (3_600 * MicrosecondsPerSecond) + " hours",
        _ => microseconds / MicrosecondsPerSecond + " seconds",
    };
}
