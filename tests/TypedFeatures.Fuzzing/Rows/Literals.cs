using System.Globalization;
using System.Text;

namespace TypedFeatures.Fuzzing.Rows;

/// <summary>Values as the language's constants.</summary>
public static class Literals
{
    public static string Of(object value) => value switch
    {
        bool b => b ? "true" : "false",
        int i => i < 0 ? $"({i.ToString(CultureInfo.InvariantCulture)})" : i.ToString(CultureInfo.InvariantCulture),
        long l => l == long.MinValue ? "long.MinValue" : string.Create(CultureInfo.InvariantCulture, $"{(l < 0 ? "(" : "")}{l}L{(l < 0 ? ")" : "")}"),
        float f => string.Create(CultureInfo.InvariantCulture, $"({f:R}f)"),
        double d => string.Create(CultureInfo.InvariantCulture, $"({d:R}d)"),
        float[] v => $"new[] {{ {string.Join(", ", v.Select(n => Of(n)))} }}",
        decimal m => string.Create(CultureInfo.InvariantCulture, $"{(m < 0 ? "(" : "")}{m}m{(m < 0 ? ")" : "")}"),
        string s => Quote(s),
        Guid g => $"Guid.Parse(\"{g}\")",
        DateTime t => string.Create(
            CultureInfo.InvariantCulture,
            $"new DateTime({t.Year}, {t.Month}, {t.Day}, {t.Hour}, {t.Minute}, {t.Second}, {t.Millisecond}, {t.Microsecond}, DateTimeKind.Utc)"),
        DateOnly d => string.Create(CultureInfo.InvariantCulture, $"new DateOnly({d.Year}, {d.Month}, {d.Day})"),
        TimeSpan s => string.Create(CultureInfo.InvariantCulture, $"TimeSpan.FromMicroseconds({(long)Math.Floor(s.Ticks / 10.0)}L)"),
        EnumName e => char.IsAsciiDigit(e.Member[0]) ? $"(({e.Type}){e.Member})" : $"{e.Type}.{e.Member}",
        _ => throw new ArgumentException($"{value.GetType()} is no literal.", nameof(value)),
    };

    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c is >= ' ' and < '\x7F' and not '"' and not '\\' ? text.Append(c) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return text.Append('"').ToString();
    }
}

/// <summary>A member of an enum of the generated code.</summary>
public sealed record EnumName(string Type, string Member);
