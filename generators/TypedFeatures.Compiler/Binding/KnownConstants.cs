using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Binding;

/// <summary>A calendar date; the compiler runs on frameworks without <c>DateOnly</c>.</summary>
/// <param name="Midnight">The start of the day.</param>
internal sealed record CalendarDate(DateTime Midnight);

/// <summary>The pure factories whose results are constants.</summary>
internal static class KnownConstants
{
    private static readonly Dictionary<string, long> TicksPerUnit = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Weeks"] = 7 * TimeSpan.TicksPerDay,
        ["Days"] = TimeSpan.TicksPerDay,
        ["Hours"] = TimeSpan.TicksPerHour,
        ["Minutes"] = TimeSpan.TicksPerMinute,
        ["Seconds"] = TimeSpan.TicksPerSecond,
        ["Milliseconds"] = TimeSpan.TicksPerMillisecond,
        ["Microseconds"] = 10,
        ["Ticks"] = 1,
    };

    /// <summary>A well-known static field; null for any other.</summary>
    public static object? Find(IFieldSymbol field) => (field.ContainingType.ToDisplayString() + "." + field.Name) switch
    {
        "System.TimeSpan.Zero" => TimeSpan.Zero,
        "System.Guid.Empty" => Guid.Empty,
        "string.Empty" => "",
        "System.DateTime.UnixEpoch" => new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => null,
    };

    /// <summary>The result of a static method on constants; null where it is not one of the known.</summary>
    public static object? Call(IMethodSymbol method, List<KeyValuePair<string, object>> arguments) =>
        (method.ContainingType.ToDisplayString(), method.Name) switch
        {
            ("TypedFeatures.Duration", var unit) when arguments.Count == 1 => Span(unit, arguments[0].Value),
            ("System.TimeSpan", var name) when name.StartsWith("From", StringComparison.Ordinal) => SpanFrom(name.Substring(4), arguments),
            ("System.Guid", "Parse") when arguments.Count == 1 && arguments[0].Value is string text => Guid.Parse(text),
            _ => null,
        };

    /// <summary>The result of a constructor on constants; null where it is not one of the known.</summary>
    public static object? Create(IMethodSymbol constructor, List<KeyValuePair<string, object>> arguments) =>
        constructor.ContainingType.ToDisplayString() switch
        {
            "System.TimeSpan" => Sum(arguments),
            "System.Guid" when arguments.Count == 1 && arguments[0].Value is string text => new Guid(text),
            "System.DateTime" => Instant(arguments),
            "System.DateOnly" when arguments.Count == 3 => Instant(arguments) is { } midnight ? new CalendarDate(midnight) : null,
            _ => null,
        };

    /// <summary><c>FromDays(double value)</c> and <c>FromHours(int hours, long minutes, …)</c>.</summary>
    private static object? SpanFrom(string unit, List<KeyValuePair<string, object>> arguments) =>
        arguments.Count == 1 ? Span(unit, arguments[0].Value) : Sum(arguments);

    private static object? Span(string unit, object count)
    {
        if (!TicksPerUnit.TryGetValue(unit, out var ticks))
        {
            return null;
        }

        // As .NET 10 computes it: the fraction of a tick is cut off.
        return count switch
        {
            double number => TimeSpan.FromTicks(checked((long)(number * ticks))),
            int or long => TimeSpan.FromTicks(checked(Convert.ToInt64(count, CultureInfo.InvariantCulture) * ticks)),
            _ => null,
        };
    }

    private static object? Sum(List<KeyValuePair<string, object>> arguments)
    {
        var total = 0L;
        foreach (var argument in arguments)
        {
            if (argument.Value is not (int or long) || !TicksPerUnit.TryGetValue(argument.Key, out var ticks))
            {
                return null;
            }

            total = checked(total + (Convert.ToInt64(argument.Value, CultureInfo.InvariantCulture) * ticks));
        }

        return TimeSpan.FromTicks(total);
    }

    private static DateTime? Instant(List<KeyValuePair<string, object>> arguments)
    {
        var value = new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var named = arguments.ToDictionary(a => a.Key, a => a.Value);
        int Take(string name, int otherwise)
        {
            var number = named.TryGetValue(name, out var given) && given is int part ? part : otherwise;
            named.Remove(name);
            return number;
        }

        if (!named.ContainsKey("year"))
        {
            return null;
        }

        value = new DateTime(
            Take("year", 1), Take("month", 1), Take("day", 1), Take("hour", 0), Take("minute", 0), Take("second", 0), Take("millisecond", 0), DateTimeKind.Utc);
        value = value.AddTicks(Take("microsecond", 0) * 10L);

        // Only UTC names the same moment on every machine.
        var kind = Take("kind", (int)DateTimeKind.Unspecified);
        return named.Count == 0 && kind != (int)DateTimeKind.Local ? value : null;
    }
}
