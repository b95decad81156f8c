using System.Reflection;
using TypedFeatures.Sources;

namespace TypedFeatures.Reference;

/// <summary>What every entrance does to a value: floors instants, refuses what has no one meaning, makes −0 0.</summary>
internal static class ColumnValue
{
    /// <summary>The value as it would be stored: the same object where nothing changes.</summary>
    /// <param name="value">A value of a column's type.</param>
    /// <param name="fault">What is wrong with it, as the end of a sentence; null where nothing is. It never holds the value.</param>
    public static object Normalise(object value, out string? fault)
    {
        fault = FaultOf(value);
        if (fault is not null)
        {
            return value;
        }

        return value switch
        {
            DateTime instant when instant.Kind != DateTimeKind.Utc || instant.Ticks % TimeSpan.TicksPerMicrosecond != 0 =>
                Instant.ToDateTime(Instant.FromDateTime(instant)),
            TimeSpan length when length.Ticks % TimeSpan.TicksPerMicrosecond != 0 =>
                Instant.ToTimeSpan(Instant.FromTimeSpan(length)),
            double number when double.IsNegative(number) && number == 0 => 0d,
            float number when float.IsNegative(number) && number == 0 => 0f,
            _ => value,
        };
    }

    /// <summary>What a definition computed without a kind, as <c>date.ToDateTime(TimeOnly.MinValue)</c> is, as the UTC that it means everywhere.</summary>
    public static DateTime InUtc(DateTime instant) => instant.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : instant;

    /// <summary>Whether every value of an enum is stored, named or not.</summary>
    public static bool IsStoredAsNumber(Type type) => type.GetCustomAttribute<StoredAsAttribute>()?.Storage == EnumStorage.Number;

    private static string? FaultOf(object value) => value switch
    {
        DateTime { Kind: DateTimeKind.Local } => "is of kind Local; pass ToUniversalTime().",
        DateTime { Year: < 1900 or > 2299 } => "lies outside the years 1900 to 2299.",
        DateOnly { Year: < 1900 or > 2299 } => "lies outside the years 1900 to 2299.",
        TimeSpan length when Instant.FromTimeSpan(length) < long.MinValue / TimeSpan.TicksPerMicrosecond =>
            "is shorter than any whole number of microseconds a TimeSpan holds.",
        double number when !double.IsFinite(number) => "is NaN or infinite; use null for a value that is not known.",
        float number when !float.IsFinite(number) => "is NaN or infinite; use null for a value that is not known.",
        string text => WellFormedText.FindFault(text),
        Enum member when !IsStoredAsNumber(member.GetType()) && !Enum.IsDefined(member.GetType(), member) => "is not a named member of its enum.",
        _ => null,
    };
}
