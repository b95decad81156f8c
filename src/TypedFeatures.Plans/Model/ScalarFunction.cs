namespace TypedFeatures.Plans;

/// <summary>The functions of the language; what C# calls them is the binder's member registry's business.</summary>
public enum ScalarFunction
{
    /// <summary><c>string.Length</c>: UTF-16 units, an int.</summary>
    Length,

    /// <summary>Ordinal <c>text.Contains(part)</c>.</summary>
    Contains,

    /// <summary>Ordinal <c>text.StartsWith(part)</c>.</summary>
    StartsWith,

    /// <summary>Ordinal <c>text.EndsWith(part)</c>.</summary>
    EndsWith,

    /// <summary><c>Text.LowerAscii</c>: A–Z to a–z, all else as it is.</summary>
    LowerAscii,

    /// <summary><c>Text.UpperAscii</c>: a–z to A–Z, all else as it is.</summary>
    UpperAscii,

    /// <summary>Absolute value; of the smallest integer an overflow.</summary>
    Abs,

    /// <summary>The smaller of two numbers.</summary>
    Min,

    /// <summary>The greater of two numbers.</summary>
    Max,

    /// <summary>Half-to-even rounding of a double to an integral double.</summary>
    Round,

    /// <summary>The greatest integral double not above.</summary>
    Floor,

    /// <summary>The smallest integral double not below.</summary>
    Ceiling,

    /// <summary><c>Numeric.Ratio(a, b)</c>: a ÷ b; null where either is null or b is zero. Not strict in the usual sense: null on zero.</summary>
    Ratio,

    /// <summary>The year of an instant or date, an int.</summary>
    Year,

    /// <summary>The month, 1 to 12.</summary>
    Month,

    /// <summary>The day of the month, 1 to 31.</summary>
    Day,

    /// <summary>The day of the year, 1 to 366.</summary>
    DayOfYear,

    /// <summary>The day of the week as the int value of <see cref="System.DayOfWeek"/>: Sunday 0 to Saturday 6.</summary>
    DayOfWeek,

    /// <summary>The hour, 0 to 23.</summary>
    Hour,

    /// <summary>The minute, 0 to 59.</summary>
    Minute,

    /// <summary>The second, 0 to 59.</summary>
    Second,

    /// <summary>The millisecond, 0 to 999.</summary>
    Millisecond,

    /// <summary>Midnight of an instant's day, an instant.</summary>
    StartOfDay,

    /// <summary>The time since an instant's midnight, a length of time.</summary>
    TimeOfDay,

    /// <summary><c>TimeSpan.TotalDays</c>: ticks divided by ticks per day, a double.</summary>
    TotalDays,

    /// <summary><c>TimeSpan.TotalHours</c>.</summary>
    TotalHours,

    /// <summary><c>TimeSpan.TotalMinutes</c>.</summary>
    TotalMinutes,

    /// <summary><c>TimeSpan.TotalSeconds</c>.</summary>
    TotalSeconds,

    /// <summary><c>TimeSpan.TotalMilliseconds</c>.</summary>
    TotalMilliseconds,

    /// <summary><c>TimeSpan.Days</c>: whole days, truncated toward zero, an int. <c>Hours</c> … are the remainders.</summary>
    SpanDays,

    /// <summary><c>TimeSpan.Hours</c>: −23 to 23.</summary>
    SpanHours,

    /// <summary><c>TimeSpan.Minutes</c>: −59 to 59.</summary>
    SpanMinutes,

    /// <summary><c>TimeSpan.Seconds</c>: −59 to 59.</summary>
    SpanSeconds,
}
