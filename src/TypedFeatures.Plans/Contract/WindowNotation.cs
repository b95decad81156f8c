using System.Globalization;

namespace TypedFeatures.Plans.Contract;

/// <summary>Windows and lengths of time as people read them: <c>7d</c>, <c>7d offset 1d</c>, <c>30d tile 1h</c>, <c>1d gap 30m</c>, <c>all</c>.</summary>
public static class WindowNotation
{
    /// <summary>The whole past, or a reach without end.</summary>
    public const string All = "all";

    private static readonly (string Name, long Microseconds)[] Units =
    [
        ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000), ("ms", 1_000), ("us", 1),
    ];

    /// <summary>The text of a window.</summary>
    public static string Write(WindowBounds window)
    {
        _ = window ?? throw new ArgumentNullException(nameof(window));
        return window.Length is not { } length
            ? All
            : Write(length)
                + (window.Offset == 0 ? "" : " offset " + Write(window.Offset))
                + (window.Tile is { } tile ? " tile " + Write(tile) : "")
                + (window.Gap is { } gap ? " gap " + Write(gap) : "");
    }

    /// <summary>The text of a reach: how far back or ahead; <see cref="All"/> for one without end.</summary>
    public static string WriteReach(long? microseconds) => microseconds is { } length ? Write(length) : All;

    /// <summary>The text of a length of time, in the greatest unit of which it is a whole number.</summary>
    /// <param name="microseconds">The length; not negative.</param>
    public static string Write(long microseconds)
    {
        var unit = Units.First(u => microseconds % u.Microseconds == 0);
        return (microseconds / unit.Microseconds).ToString(CultureInfo.InvariantCulture) + (microseconds == 0 ? "s" : unit.Name);
    }

    /// <summary>The length of time that a text says, in microseconds; null where it says none.</summary>
    public static long? ReadLength(string text)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        var digits = text.TakeWhile(c => c is >= '0' and <= '9').Count();
        var unit = Units.FirstOrDefault(u => u.Name == text.Substring(digits));
        return unit.Name is not null
            && long.TryParse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= long.MaxValue / unit.Microseconds
                ? count * unit.Microseconds
                : null;
    }
}
