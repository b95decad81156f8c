using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Specification.Tests;

/// <summary>What a cell of a table says, as a value: <c>T - 7d</c>, <c>int.MaxValue</c>, <c>"a\uFF5E"</c>, <c>1/3</c>, <c>[a, b]</c>, <c>{a: 1}</c>, <c>null</c>.</summary>
public static partial class CellText
{
    /// <summary>The instant that most examples are computed at: noon of a leap year's last day of March.</summary>
    public static readonly DateTime T = new(2024, 3, 31, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Whether a cell, said to be of a type, says an actual value. <c>≈ 1.5</c> says it up to the tolerance of the parity law.</summary>
    public static bool Says(string cell, object? actual, Type type)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.StartsWith('≈'))
        {
            var wanted = (double)Parse(cell[1..].Trim(), typeof(double))!;
            return actual is double near && Math.Abs(near - wanted) <= 1e-9 * (1 + Math.Abs(wanted));
        }

        return AreSame(Parse(cell, type), actual);
    }

    public static object? Parse(string cell, Type type)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(type);
        if (cell == "null")
        {
            return null;
        }

        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return wanted switch
        {
            _ when wanted == typeof(string) => cell.StartsWith('"') ? Regex.Unescape(cell[1..^1]) : cell,
            _ when wanted == typeof(DateTime) => ParseInstant(cell),
            _ when wanted == typeof(TimeSpan) => ParseSpan(cell),
            _ when wanted == typeof(float[]) => Items(cell).Select(i => (float)Parse(i, typeof(float))!).ToArray(),
            _ when IsList(wanted, out var arguments) => Items(cell).Select(i => arguments.Length == 1 ? Parse(i, arguments[0]) : Entry(i, arguments)).ToArray(),
            _ when wanted.IsPrimitive && wanted != typeof(bool) => ParseNumber(cell, wanted),
            _ => CellValue.As(wanted, cell),
        };
    }

    private static object ParseNumber(string cell, Type type)
    {
        if (Known().Match(cell) is { Success: true } known)
        {
            var owner = known.Groups[1].Value switch { "int" => typeof(int), "long" => typeof(long), "float" => typeof(float), _ => typeof(double) };
            var value = owner.GetField(known.Groups[2].Value)!.GetValue(null)!;
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }

        if (type == typeof(double) && cell.Split('/') is [var over, var under])
        {
            return double.Parse(over, CultureInfo.InvariantCulture) / double.Parse(under, CultureInfo.InvariantCulture);
        }

        return Convert.ChangeType(cell.Replace("_", "", StringComparison.Ordinal), type, CultureInfo.InvariantCulture);
    }

    private static DateTime ParseInstant(string cell)
    {
        if (cell.StartsWith("local ", StringComparison.Ordinal))
        {
            return DateTime.SpecifyKind(ParseInstant(cell[6..]), DateTimeKind.Local);
        }

        if (cell.StartsWith("unspecified ", StringComparison.Ordinal))
        {
            return DateTime.SpecifyKind(ParseInstant(cell[12..]), DateTimeKind.Unspecified);
        }

        if (cell.StartsWith('T'))
        {
            return T + ParseSpan(cell[1..].Trim());
        }

        // Ticks, for what is finer than a microsecond, and spans, which are written with a blank before them.
        var plus = cell.IndexOf(" + ", StringComparison.Ordinal) is var p and > 0 ? p : cell.IndexOf(" - ", StringComparison.Ordinal);
        return plus > 0 ? ParseInstant(cell[..plus]) + ParseSpan(cell[plus..]) : (DateTime)CellValue.As(typeof(DateTime), cell)!;
    }

    private static TimeSpan ParseSpan(string cell)
    {
        if (cell is "TimeSpan.MaxValue" or "TimeSpan.MinValue")
        {
            return cell == "TimeSpan.MaxValue" ? TimeSpan.MaxValue : TimeSpan.MinValue;
        }

        var text = cell.Replace(" ", "", StringComparison.Ordinal);
        var terms = Term().Matches(text);
        if (terms.Sum(t => t.Length) != text.Length)
        {
            throw new FormatException($"'{cell}' is no length of time.");
        }

        return terms.Aggregate(TimeSpan.Zero, (sum, term) => sum + new TimeSpan(
            (term.Groups[1].Value == "-" ? -1 : 1) * long.Parse(term.Groups[2].Value, CultureInfo.InvariantCulture) * term.Groups[3].Value switch
            {
                "d" => TimeSpan.TicksPerDay,
                "h" => TimeSpan.TicksPerHour,
                "min" => TimeSpan.TicksPerMinute,
                "s" => TimeSpan.TicksPerSecond,
                "ms" => TimeSpan.TicksPerMillisecond,
                "µs" => TimeSpan.TicksPerMicrosecond,
                "ticks" => 1,
                _ => 0,
            }));
    }

    private static IEnumerable<string> Items(string cell) =>
        cell[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static object Entry(string item, Type[] arguments)
    {
        var colon = item.LastIndexOf(':');
        return (Parse(item[..colon].Trim(), arguments[0]), Parse(item[(colon + 1)..].Trim(), arguments[1]));
    }

    private static bool IsList(Type type, out Type[] arguments)
    {
        arguments = type.IsGenericType ? type.GetGenericArguments() : [];
        return type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(FeatureList<>) || definition == typeof(FeatureMap<,>));
    }

    private static bool AreSame(object? expected, object? actual) => (expected, actual) switch
    {
        // Bit by bit: −0 is never told apart from 0 by ==, and must not be there.
        (double e, double a) => BitConverter.DoubleToInt64Bits(e) == BitConverter.DoubleToInt64Bits(a),
        (float e, float a) => BitConverter.SingleToInt32Bits(e) == BitConverter.SingleToInt32Bits(a),
        (DateTime e, DateTime a) => e == a && a.Kind == DateTimeKind.Utc,
        (string e, string a) => string.Equals(e, a, StringComparison.Ordinal),
        (IEnumerable e, IEnumerable a) => e.Cast<object?>().ToList() is var left && a.Cast<object?>().Select(Flat).ToList() is var right
            && left.Count == right.Count && left.Zip(right).All(pair => AreSame(pair.First, pair.Second)),
        _ => Equals(expected, actual),
    };

    /// <summary>An entry of a map as a pair.</summary>
    private static object? Flat(object? item) => item?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
        ? (type.GetProperty("Key")!.GetValue(item), type.GetProperty("Value")!.GetValue(item))
        : item;

    [GeneratedRegex(@"^(int|long|float|double)\.(\w+)$")]
    private static partial Regex Known();

    [GeneratedRegex(@"([+-]?)(\d+)(d|h|min|s|ms|µs|ticks)")]
    private static partial Regex Term();
}
