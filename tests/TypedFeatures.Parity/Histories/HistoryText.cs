using System.Globalization;
using System.Reflection;
using System.Text;

namespace TypedFeatures.Parity;

/// <summary>Spells rows as C# to paste into a test.</summary>
public static class HistoryText
{
    public static string Of(History history)
    {
        var text = new StringBuilder();
        text.Append("// history ").Append(history.Seed).Append("; clock: ")
            .AppendJoin(", ", history.Clock.Instants.Select(i => Literal(i))).Append('\n');
        for (var i = 0; i < history.Rows.Count; i++)
        {
            text.Append(Of(history.Rows[i])).Append(',').Append(history.Calls.Contains(i) ? " // ends a call" : "").Append('\n');
        }

        return text.ToString();
    }

    public static string Literal(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        DateTime t => $"At(\"{t.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)}\")",
        DateOnly d => string.Create(CultureInfo.InvariantCulture, $"new DateOnly({d.Year}, {d.Month}, {d.Day})"),
        TimeSpan s => string.Create(CultureInfo.InvariantCulture, $"TimeSpan.FromTicks({s.Ticks})"),
        Guid g => $"Guid.Parse(\"{g}\")",
        Enum e => $"{e.GetType().Name}.{e}",
        string s => Quote(s),
        double d => double.IsNegative(d) && d == 0 ? "-0d" : d.ToString("R", CultureInfo.InvariantCulture) + "d",
        float f => float.IsNegative(f) && f == 0 ? "-0f" : f.ToString("R", CultureInfo.InvariantCulture) + "f",
        float[] v => $"[{string.Join(", ", v.Select(n => Literal(n)))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Of(object row)
    {
        var properties = row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetValue(row) is { } value && !IsDefault(value))
            .Select(p => $"{p.Name} = {Literal(p.GetValue(row))}");
        return $"new {row.GetType().Name} {{ {string.Join(", ", properties)} }}";
    }

    private static bool IsDefault(object value) =>
        value.GetType().IsValueType && value is not (0d or 0f) && value.Equals(Activator.CreateInstance(value.GetType()));

    private static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c is >= ' ' and < '\x7F' and not '"' and not '\\' ? text.Append(c) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return text.Append('"').ToString();
    }
}
