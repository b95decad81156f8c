using System.Globalization;

namespace TypedFeatures.Fuzzing.Model;

/// <summary>Lengths of windows and how they are written.</summary>
public static class WindowLength
{
    private static readonly Dictionary<string, TimeSpan> Known = new()
    {
        ["TimeSpan.FromMicroseconds(1L)"] = TimeSpan.FromMicroseconds(1),
        ["TimeSpan.FromMilliseconds(1500L)"] = TimeSpan.FromMilliseconds(1500),
        ["Minutes(90)"] = TimeSpan.FromMinutes(90),
        ["Hours(36)"] = TimeSpan.FromHours(36),
        ["Days(1)"] = TimeSpan.FromDays(1),
        ["Days(7)"] = TimeSpan.FromDays(7),
        ["Days(30)"] = TimeSpan.FromDays(30),
        ["Days(90)"] = TimeSpan.FromDays(90),
        ["Days(400)"] = TimeSpan.FromDays(400),
    };

    public static IReadOnlyList<string> Short { get; } = ["TimeSpan.FromMicroseconds(1L)", "TimeSpan.FromMilliseconds(1500L)", "Minutes(90)", "Hours(36)"];

    public static IReadOnlyList<string> Long { get; } = ["Days(1)", "Days(7)", "Days(30)", "Days(90)", "Days(400)"];

    public static TimeSpan Of(string text) =>
        Known.TryGetValue(text, out var length) ? length : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no length of the grammar."), nameof(text));
}
