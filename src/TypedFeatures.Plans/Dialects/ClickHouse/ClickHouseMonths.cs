using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>
/// Months added on ClickHouse. Its own addMonths() clamps at the ends of Date32, 1900 to 2299, beyond which computed instants may lie: so all is done within
/// one calendar of 400 years, and calendars are counted apart. SQL names no value once for all: the value is written five times here, and in a sum of sums
/// five times as often, so not once more than is needed.
/// </summary>
internal static class ClickHouseMonths
{
    private const long FirstYear = 1900;
    private const long CalendarMonths = 12 * ClickHouseFunctions.CalendarYears;

    // Whole calendars that make every day of .NET's years, and every number of months that an int is, positive: then "/" and "%" floor.
    private const long CalendarsBefore = 5;
    private const long CalendarsOfMonths = 500_000;

    /// <summary>The day since 1970 on which an instant's or date's day is so many months later, the last of its month where that is too short.</summary>
    public static SqlExpression Add(SqlExpression value, ScalarKind kind, SqlExpression months)
    {
        var day = DayOfCalendars(value, kind);
        var date = DateOf(Remainder(day, ClickHouseFunctions.CalendarDays));

        // toRelativeMonthNum() counts from 1, from the year 0.
        var month = SqlMake.Add(
            SqlMake.Add(
                SqlMake.Subtract(SqlCall.Of("toInt64", SqlCall.Of("toRelativeMonthNum", date)), SqlMake.Long((12 * FirstYear) + 1)),
                SqlMake.Multiply(Quotient(day, ClickHouseFunctions.CalendarDays), SqlMake.Long(CalendarMonths))),
            SqlMake.Add(months, SqlMake.Long(CalendarsOfMonths * CalendarMonths)));

        // January of 1900 has all 31 days, and addMonths() knows which of them a later month lacks.
        var within = SqlCall.Of(
            "addMonths", DateOf(SqlMake.Subtract(SqlCall.Of("toDayOfMonth", date), SqlMake.Long(1))), Remainder(month, CalendarMonths));
        var calendars = SqlMake.Subtract(Quotient(month, CalendarMonths), SqlMake.Long(CalendarsOfMonths + CalendarsBefore));
        return SqlMake.Add(SqlCall.Of("toInt64", within), SqlMake.Multiply(calendars, SqlMake.Long(ClickHouseFunctions.CalendarDays)));
    }

    /// <summary>The day since 1900, and since whole calendars before.</summary>
    private static SqlExpression DayOfCalendars(SqlExpression value, ScalarKind kind)
    {
        const long Before = ClickHouseFunctions.FirstDay + (CalendarsBefore * ClickHouseFunctions.CalendarDays);
        return kind is ScalarKind.Date
            ? SqlMake.Add(SqlCall.Of("toInt64", value), SqlMake.Long(Before))
            : Quotient(SqlMake.Add(value, SqlMake.Long(Before * ClickHouseFunctions.DayLength)), ClickHouseFunctions.DayLength);
    }

    /// <summary>A day since 1900 as Date32.</summary>
    private static SqlExpression DateOf(SqlExpression day) =>
        SqlCall.Of("toDate32", SqlCall.Of("toInt32", SqlMake.Subtract(day, SqlMake.Long(ClickHouseFunctions.FirstDay))));

    private static SqlExpression Quotient(SqlExpression value, long divisor) => SqlCall.Of("intDiv", value, SqlMake.Long(divisor));

    private static SqlExpression Remainder(SqlExpression value, long divisor) =>
        new SqlBinary(SqlPrecedence.Multiplicative, "%", value, SqlMake.Long(divisor));
}
