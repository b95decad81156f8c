using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>Months added on ClickHouse. Its own addMonths() clamps at the ends of Date32, 1900 to 2299, beyond which computed instants may lie.</summary>
internal static class ClickHouseMonths
{
    private const long FirstYear = 1900;

    /// <summary>The day since 1970 on which an instant's or date's day is so many months later, the last of its month where that is too short.</summary>
    public static SqlExpression Add(SqlExpression value, ScalarKind kind, SqlExpression months)
    {
        // Months since January of the year 1900, so that whole calendars of 400 years are taken off by one division.
        var date = ClickHouseFunctions.Date(kind, value);
        var month = SqlMake.Subtract(
            SqlMake.Add(
                SqlMake.Multiply(SqlMake.Subtract(SqlCall.Of("toInt64", ClickHouseFunctions.Year(kind, value)), SqlMake.Long(FirstYear)), SqlMake.Long(12)),
                SqlMake.Add(SqlCall.Of("toMonth", date), months)),
            SqlMake.Long(1));
        var within = ClickHouseFunctions.Modulo(month, 12 * ClickHouseFunctions.CalendarYears);
        var year = SqlMake.Add(SqlCall.Of("intDiv", within, SqlMake.Long(12)), SqlMake.Long(FirstYear));
        var ofYear = new SqlBinary(SqlPrecedence.Multiplicative, "%", within, SqlMake.Long(12));
        SqlExpression FirstOf(long later) =>
            SqlCall.Of("toInt64", SqlCall.Of("makeDate32", year, SqlMake.Add(ofYear, SqlMake.Long(later)), SqlMake.Long(1)));
        var first = FirstOf(1);

        // toLastDayOfMonth() is a Date, which begins in 1970. December has no month after it in its year, and the year after 2299 is not there.
        var length = SqlMake.When(SqlMake.Equal(ofYear, SqlMake.Long(11)), SqlMake.Long(31), SqlMake.Subtract(FirstOf(2), first));
        var day = SqlCall.Of("least", SqlCall.Of("toDayOfMonth", date), length);
        return SqlMake.Add(
            SqlMake.Subtract(SqlMake.Add(first, day), SqlMake.Long(1)),
            SqlMake.Multiply(ClickHouseFunctions.FloorDivide(month, 12 * ClickHouseFunctions.CalendarYears), SqlMake.Long(ClickHouseFunctions.CalendarDays)));
    }
}
