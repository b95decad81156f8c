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

    /// <summary>Ordinal <c>text.IndexOf(part)</c>: the place in UTF-16 units, −1 where the part is not there.</summary>
    IndexOf,

    /// <summary><c>text.Replace(part, by)</c>, ordinal; the part is a constant that is not empty.</summary>
    Replace,

    /// <summary>Texts one after the other; two or more.</summary>
    Concat,

    /// <summary><c>Text.TrimAscii</c>: without U+0009 to U+000D and U+0020 at both ends.</summary>
    TrimAscii,

    /// <summary><c>Text.Compare(a, b)</c>: −1, 0 or 1 by code point.</summary>
    CompareText,

    /// <summary><c>Text.Left(text, n)</c>: the first n code points; n is a constant from 1.</summary>
    Left,

    /// <summary><c>Text.Right(text, n)</c>: the last n code points; n is a constant from 1.</summary>
    Right,

    /// <summary><c>Encode.Hash(text, buckets)</c>: the first 60 bits of the SHA-256 of the text's UTF-8, modulo a constant number of buckets; an int.</summary>
    HashBucket,

    /// <summary><c>Encode.OneHot(value, …)</c>: a vector with a one at the constant that the value equals, else of zeros; never null.</summary>
    OneHot,

    /// <summary>The text of an integer (invariant), of a GUID (lower-case), of an enum member (its name).</summary>
    TextOf,

    /// <summary>Absolute value, of a length of time too; of the smallest integer an overflow.</summary>
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

    /// <summary>The integral double toward zero.</summary>
    Truncate,

    /// <summary>−1, 0 or 1, an int; of a double that is a number.</summary>
    Sign,

    /// <summary><c>Numeric.Sqrt</c>: correctly rounded; null below zero and where the argument is not finite.</summary>
    Sqrt,

    /// <summary><c>Numeric.Log</c>, the natural logarithm; null up to zero and where the argument is not finite. Engines differ in the last bits.</summary>
    Log,

    /// <summary><c>Numeric.Log2</c>; as <see cref="Log"/>.</summary>
    Log2,

    /// <summary><c>Numeric.Log10</c>; as <see cref="Log"/>.</summary>
    Log10,

    /// <summary><c>Numeric.Exp</c>; null where argument or result is not finite. Engines differ in the last bits.</summary>
    Exp,

    /// <summary><c>Numeric.Pow(x, y)</c>; null where an argument or the result is not finite. Engines differ in the last bits.</summary>
    Pow,

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

    /// <summary>The microsecond within the millisecond, 0 to 999.</summary>
    Microsecond,

    /// <summary>The date of an instant.</summary>
    DateOf,

    /// <summary><c>date.AddDays(n)</c>; fails outside of the years 1 to 9999.</summary>
    AddDays,

    /// <summary><c>AddMonths(n)</c> of an instant or date, on the last day of a month that is too short; fails outside of the years 1 to 9999.</summary>
    AddMonths,

    /// <summary><c>date.ToDateTime(TimeOnly.MinValue)</c>: midnight of a date, an instant.</summary>
    MidnightOf,

    /// <summary><c>DateOnly.DayNumber</c>: days since 0001-01-01, an int.</summary>
    DayNumber,

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

    /// <summary><c>TimeSpan.TotalMicroseconds</c>.</summary>
    TotalMicroseconds,

    /// <summary><c>TimeSpan.FromDays(n)</c> of a long; fails where the length does not fit <see cref="System.TimeSpan"/>. <c>FromHours</c> … likewise.</summary>
    FromDays,

    /// <summary><c>TimeSpan.FromHours(n)</c>.</summary>
    FromHours,

    /// <summary><c>TimeSpan.FromMinutes(n)</c>.</summary>
    FromMinutes,

    /// <summary><c>TimeSpan.FromSeconds(n)</c>.</summary>
    FromSeconds,

    /// <summary><c>TimeSpan.FromMilliseconds(n)</c>.</summary>
    FromMilliseconds,

    /// <summary><c>TimeSpan.FromMicroseconds(n)</c>.</summary>
    FromMicroseconds,

    /// <summary><c>TimeSpan.Days</c>: whole days, truncated toward zero, an int. <c>Hours</c> … are the remainders.</summary>
    SpanDays,

    /// <summary><c>TimeSpan.Hours</c>: −23 to 23.</summary>
    SpanHours,

    /// <summary><c>TimeSpan.Minutes</c>: −59 to 59.</summary>
    SpanMinutes,

    /// <summary><c>TimeSpan.Seconds</c>: −59 to 59.</summary>
    SpanSeconds,

    /// <summary><c>TimeSpan.Milliseconds</c>: −999 to 999.</summary>
    SpanMilliseconds,

    /// <summary><c>TimeSpan.Microseconds</c>: −999 to 999.</summary>
    SpanMicroseconds,

    /// <summary>
    /// An integer as it is; fails where its magnitude is greater than the second argument, a constant. Made by <see cref="Normalize.ScaledIntegers"/> where a
    /// decimal must fit; no C# member is called so.
    /// </summary>
    Within,
}
