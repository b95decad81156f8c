using System.Globalization;

namespace TypedFeatures.Plans.Contract;

/// <summary>Dates as contracts write them: <c>yyyy-MM-dd</c>, whose order as texts is their order in time.</summary>
public static class ContractDate
{
    /// <summary>Whether a text is a date of the calendar, so written.</summary>
    public static bool IsValid(string? text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether a retirement has come on a day; always where the day is not known, as to the compiler, which must not depend on the day it runs on.</summary>
    /// <param name="retired">From when on what is retired may go.</param>
    /// <param name="today">The day; null where it is not known.</param>
    public static bool HasCome(string retired, string? today) => today is null || string.CompareOrdinal(retired, today) <= 0;
}
