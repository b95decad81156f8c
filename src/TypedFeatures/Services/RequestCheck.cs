using System.ComponentModel;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Checks the values of a request as ingestion checks those of a row; for generated code. No message holds the value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestCheck
{
    /// <summary>A finite number; −0 is 0.</summary>
    /// <exception cref="ArgumentException">It is infinite or not a number.</exception>
    public static double Normal(double value, string input) =>
        double.IsFinite(value) ? value + 0d : throw Refused(input, "is infinite or not a number; pass a finite number, or make the input nullable and pass null.");

    /// <summary>A finite number; −0 is 0.</summary>
    /// <exception cref="ArgumentException">It is infinite or not a number.</exception>
    public static float Normal(float value, string input) =>
        float.IsFinite(value) ? value + 0f : throw Refused(input, "is infinite or not a number; pass a finite number, or make the input nullable and pass null.");

    /// <summary>An instant, floored to the microsecond, in UTC.</summary>
    /// <exception cref="ArgumentException">It is of kind Local, or outside the years 1900 to 2299.</exception>
    public static DateTime Normal(DateTime value, string input)
    {
        try
        {
            return Instant.ToDateTime(Instant.FromDateTime(value));
        }
        catch (ArgumentException refused)
        {
            throw Refused(input, "lies outside the years 1900 to 2299 or is of kind Local; pass an instant in UTC.", refused);
        }
    }

    /// <summary>A length of time, floored to the microsecond.</summary>
    public static TimeSpan Normal(TimeSpan value, string input) => Instant.ToTimeSpan(Instant.FromTimeSpan(value));

    /// <summary>Well-formed text.</summary>
    /// <exception cref="ArgumentException">It is null, or holds a NUL or half of a surrogate pair.</exception>
    public static string Normal(string value, string input) =>
        value is null ? throw Refused(input, "is null; pass a text, or make the input nullable.")
        : WellFormedText.FindFault(value) is { } fault ? throw Refused(input, fault)
        : value;

    /// <summary>A decimal of its declared scale.</summary>
    /// <exception cref="ArgumentException">It has more digits than declared.</exception>
    public static decimal Normal(decimal value, int precision, int scale, string input) => DecimalValue.Normal(value, precision, scale, "The request's " + input);

    /// <summary>The refusal of an input.</summary>
    private static ArgumentException Refused(string input, string reason, Exception? innerException = null) =>
        new($"The request's {input} {reason}", innerException);
}
