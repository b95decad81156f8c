using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Parity;

namespace TypedFeatures.Specification.Tests;

/// <summary>Compares what a way of computing says with what the page says.</summary>
internal static class Outcomes
{
    /// <summary>What differs; null where nothing does.</summary>
    public static string? Compare(string path, Check check, object features, bool? found)
    {
        var type = features.GetType();
        foreach (var (feature, cell) in check.Values)
        {
            var property = type.GetProperty(feature) ?? throw new ArgumentException($"{type.Name} has no property '{feature}'.", nameof(features));
            var value = property.GetValue(features);
            if (!CellText.Says(cell, value, property.PropertyType))
            {
                return $"{path}: {check}: {feature} should be {cell}, was {Say(value)}";
            }

            if (type.GetProperty(feature + "Count") is { } count && count.GetValue(features) is long counted && property.PropertyType == typeof(bool?) && (counted == 1) != (cell == "true"))
            {
                return $"{path}: {check}: as a condition {feature} held {counted} times where its value is {cell}";
            }
        }

        return check.Found is { } expected && found is { } actual && expected != actual ? $"{path}: {check}: found should be {expected}, was {actual}" : null;
    }

    /// <summary>What differs where there should be no value.</summary>
    public static async Task<string?> FailsAsync(string path, Check check, Func<Task> read)
    {
        try
        {
            await read();
            return $"{path}: {check}: there is a value where there should be none";
        }
        catch (Exception failure) when (check.Failure == Failure.Refused
            ? failure is ArgumentException or SpineException or AsOfBeforeWatermarkException
            : Failures.IsMeant(failure))
        {
            return null;
        }
    }

    private static string Say(object? value) => value switch
    {
        null => "null",
        double d => d.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        DateTime t => t.ToString("O"),
        System.Collections.IEnumerable items and not string => "[" + string.Join(", ", items.Cast<object?>().Select(Say)) + "]",
        _ => value.ToString()!,
    };
}
