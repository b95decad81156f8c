using System.Collections;
using System.Globalization;

namespace TypedFeatures.Parity.Definitions;

/// <summary>Turns what a table says into what a property takes: text into instants, enums and GUIDs, numbers into other numbers.</summary>
public static class CellValue
{
    /// <summary>The value as a property's type; values that fit already stay as they are.</summary>
    public static object? As(Type type, object? value)
    {
        ArgumentNullException.ThrowIfNull(type);
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => null,
            _ when wanted.IsInstanceOfType(value) => value,
            string text => Parse(wanted, text),
            _ when wanted.IsEnum => Enum.ToObject(wanted, value),
            IEnumerable items when wanted.IsArray => ArrayOf(wanted.GetElementType()!, items),
            _ => Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture),
        };
    }

    private static object Parse(Type type, string text) =>
        type.IsEnum ? Enum.Parse(type, text)
        : type == typeof(DateTime) ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(TimeSpan) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(Guid) ? Guid.Parse(text)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

    private static Array ArrayOf(Type element, IEnumerable items)
    {
        var values = items.Cast<object?>().Select(i => As(element, i)).ToArray();
        var array = Array.CreateInstance(element, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            array.SetValue(values[i], i);
        }

        return array;
    }
}
