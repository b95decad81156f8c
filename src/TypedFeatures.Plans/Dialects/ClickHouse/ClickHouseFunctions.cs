using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>ClickHouse's spelling of the language's functions.</summary>
internal static class ClickHouseFunctions
{
    internal const long DayLength = 86_400_000_000;

    // The years 1900 to 2299 of Date32: 400 years of the Gregorian calendar, after which it repeats, weekdays included.
    internal const long FirstDay = 25_567;
    internal const long CalendarDays = 146_097;
    internal const long CalendarYears = 400;

    public static SqlExpression Translate(ClickHouseDialect dialect, Call node, EquatableArray<SqlExpression> a)
    {
        var kind = node.Arguments[0].Type.Kind;
        return node.Function switch
        {
            ScalarFunction.Length => Length(a[0]),
            ScalarFunction.Contains => SqlMake.Compare(SqlCall.Of("position", a[0], a[1]), ">", SqlMake.Zero),
            ScalarFunction.StartsWith => SqlCall.Of("startsWith", a[0], a[1]),
            ScalarFunction.EndsWith => SqlCall.Of("endsWith", a[0], a[1]),

            // lower() and upper() know ASCII only; lowerUTF8() knows more.
            ScalarFunction.LowerAscii => SqlCall.Of("lower", a[0]),
            ScalarFunction.UpperAscii => SqlCall.Of("upper", a[0]),

            // Places and parts are bytes, both of them.
            ScalarFunction.IndexOf => Int(SqlDialect.IndexOf(a[0], SqlCall.Of("position", a[0], a[1]), Length)),
            ScalarFunction.Replace => SqlCall.Of("replaceAll", a[0], a[1], a[2]),
            ScalarFunction.Concat => SqlDialect.Concat(a),
            ScalarFunction.TrimAscii => SqlCall.Of("trimBoth", a[0], new SqlAtom(@"'\t\n\v\f\r '")),
            ScalarFunction.CompareText => Int(SqlDialect.CompareText(a[0], a[1])),
            ScalarFunction.Left => SqlCall.Of("leftUTF8", a[0], a[1]),
            ScalarFunction.Right => SqlCall.Of("rightUTF8", a[0], a[1]),

            // SHA256() is bytes, and numbers are read from the last byte to the first.
            ScalarFunction.HashBucket => Int(new SqlBinary(
                SqlPrecedence.Multiplicative,
                "%",
                SqlCall.Of("bitShiftRight", SqlCall.Of("reinterpretAsUInt64", SqlCall.Of("reverse", SqlCall.Of("substring", SqlCall.Of("SHA256", a[0]), SqlMake.Long(1), SqlMake.Long(8)))), SqlMake.Long(4)),
                a[1])),
            ScalarFunction.OneHot => dialect.OneHot(a),
            ScalarFunction.TextOf => node.Arguments[0].Type.IsInteger ? new SqlCast(a[0], "String") : a[0],

            // abs() of an integer is unsigned, so that of the smallest one is right, and does not fit.
            ScalarFunction.Abs => node.Type.IsFloating ? SqlCall.Of("abs", a[0]) : ClickHouseDialect.Checked(SqlCall.Of("abs", a[0]), kind),
            ScalarFunction.Min => Extreme("least", node, a),
            ScalarFunction.Max => Extreme("greatest", node, a),
            ScalarFunction.Truncate => SqlCall.Of("trunc", a[0]),
            ScalarFunction.Sign => Int(SqlDialect.Sign(a[0])),

            // Outside of their domain these are NaN or infinite.
            ScalarFunction.Sqrt => Finite(SqlCall.Of("sqrt", a[0]), a[0]),
            ScalarFunction.Log => Finite(SqlCall.Of("log", a[0]), a[0]),
            ScalarFunction.Log2 => Finite(SqlCall.Of("log2", a[0]), a[0]),
            ScalarFunction.Log10 => Finite(SqlCall.Of("log10", a[0]), a[0]),
            ScalarFunction.Exp => Finite(SqlCall.Of("exp", a[0]), a[0]),
            ScalarFunction.Pow => Pow(a[0], a[1]),
            ScalarFunction.Round => SqlCall.Of("roundBankers", a[0]),
            ScalarFunction.Floor => SqlCall.Of("floor", a[0]),
            ScalarFunction.Ceiling => SqlCall.Of("ceil", a[0]),
            ScalarFunction.Ratio => SqlMake.Divide(a[0], SqlCall.Of("nullIf", a[1], SqlDialect.Floating(0))),
            ScalarFunction.Year => Year(kind, a[0]),
            ScalarFunction.Month => Int(SqlCall.Of("toMonth", Date(kind, a[0]))),
            ScalarFunction.Day => Int(SqlCall.Of("toDayOfMonth", Date(kind, a[0]))),

            // toDayOfYear() says 364 of the last day of 2299.
            ScalarFunction.DayOfYear => Int(SqlMake.Add(
                SqlMake.Subtract(DayNumber(kind, a[0]), SqlCall.Of("toInt32", FirstOfYear(Date(kind, a[0])))), SqlMake.Long(1))),

            // Monday is 1 and Sunday 7.
            ScalarFunction.DayOfWeek => Int(new SqlBinary(SqlPrecedence.Multiplicative, "%", SqlCall.Of("toDayOfWeek", Date(kind, a[0])), SqlMake.Long(7))),
            ScalarFunction.Hour => Part(a[0], DayLength, 3_600_000_000),
            ScalarFunction.Minute => Part(a[0], 3_600_000_000, 60_000_000),
            ScalarFunction.Second => Part(a[0], 60_000_000, 1_000_000),
            ScalarFunction.Millisecond => Part(a[0], 1_000_000, 1_000),
            ScalarFunction.Microsecond => Part(a[0], 1_000, 1),
            ScalarFunction.DateOf => Int(FloorDivide(a[0], DayLength)),
            ScalarFunction.AddDays => Int(dialect.CheckedDays(SqlMake.Add(SqlCall.Of("toInt64", a[0]), a[1]))),
            ScalarFunction.AddMonths when kind is ScalarKind.Date => Int(dialect.CheckedDays(ClickHouseMonths.Add(a[0], kind, a[1]))),
            ScalarFunction.AddMonths => dialect.CheckedInstant(SqlMake.Add(
                SqlMake.Multiply(ClickHouseMonths.Add(a[0], kind, a[1]), SqlMake.Long(DayLength)), Modulo(a[0], DayLength))),
            ScalarFunction.MidnightOf => SqlMake.Multiply(SqlCall.Of("toInt64", a[0]), SqlMake.Long(DayLength)),
            ScalarFunction.DayNumber => Int(SqlMake.Add(a[0], SqlMake.Long(719_162))),
            ScalarFunction.FromDays or ScalarFunction.FromHours or ScalarFunction.FromMinutes or ScalarFunction.FromSeconds
                or ScalarFunction.FromMilliseconds or ScalarFunction.FromMicroseconds => dialect.SpanFrom(node.Function, a[0]),
            ScalarFunction.StartOfDay => SqlMake.Subtract(a[0], Modulo(a[0], DayLength)),
            ScalarFunction.TimeOfDay => Modulo(a[0], DayLength),
            ScalarFunction.SpanDays or ScalarFunction.SpanHours or ScalarFunction.SpanMinutes or ScalarFunction.SpanSeconds
                or ScalarFunction.SpanMilliseconds or ScalarFunction.SpanMicroseconds =>
                Int(dialect.SpanPartOf(node.Function, a[0])),
            _ => dialect.Total(node, a[0]),
        };
    }

    /// <summary>A function's result where it and its arguments are finite; null elsewhere.</summary>
    private static SqlExpression Finite(SqlExpression result, params SqlExpression[] arguments) =>
        SqlMake.When(SqlMake.All(arguments.Append(result).Select(v => SqlCall.Of("isFinite", v)))!, result);

    /// <summary>
    /// A power where it and its arguments are finite. Where its binary logarithm is beyond 2⁵², pow() makes anything: so what is above all doubles and what is
    /// below them is said of the logarithm, which need not be exact, as pow() is right for some way behind both ends.
    /// </summary>
    private static SqlCase Pow(SqlExpression number, SqlExpression exponent)
    {
        var power = SqlCall.Of("pow", number, exponent);
        var logarithm = SqlMake.Multiply(exponent, SqlCall.Of("log2", SqlCall.Of("abs", number)));
        return new SqlCase(
            EquatableArray.Of(
                new SqlWhen(SqlMake.Not(SqlMake.And(SqlCall.Of("isFinite", number), SqlCall.Of("isFinite", exponent))), SqlMake.Null),
                new SqlWhen(SqlMake.Or(SqlCall.Of("isNaN", power), SqlMake.Compare(logarithm, ">", SqlMake.Long(1_025))), SqlMake.Null),
                new SqlWhen(SqlMake.Compare(logarithm, "<", SqlMake.Long(-1_100)), SqlDialect.Floating(0)),
                new SqlWhen(SqlCall.Of("isFinite", power), power)),
            null);
    }

    /// <summary>lengthUTF8() counts code points; each one above U+FFFF is two UTF-16 units.</summary>
    private static SqlExpression Length(SqlExpression text) => Int(SqlMake.Add(
        SqlCall.Of("lengthUTF8", text),
        SqlCall.Of("countMatches", text, new SqlAtom(@"'[\\x{10000}-\\x{10FFFF}]'"))));

    private static SqlExpression Constant(long value) => SqlCall.Of("toInt64", SqlMake.Long(value));

    private static SqlExpression Int(SqlExpression value) => new SqlCast(value, "Int32");

    // least() and greatest() take NaN for a number like others; Math.Min and Math.Max pass it on.
    private static SqlExpression Extreme(string function, Call node, EquatableArray<SqlExpression> a)
    {
        SqlExpression plain = SqlCall.Of(function, a[0], a[1]);
        var branches = node.Arguments.Zip(a, (argument, value) => (argument, value))
            .Where(x => FloatingRange.MayBeNaN(x.argument))
            .Select(x => new SqlWhen(SqlCall.Of("isNaN", x.value), x.value))
            .ToEquatableArray();
        return branches.IsEmpty ? plain : new SqlCase(branches, plain);
    }

    private static SqlExpression Year(ScalarKind kind, SqlExpression value) => Int(SqlMake.Add(
        SqlCall.Of("toYear", Date(kind, value)),
        SqlMake.Multiply(FloorDivide(SqlMake.Add(Days(kind, value), SqlMake.Long(FirstDay)), CalendarDays), SqlMake.Long(CalendarYears))));

    private static SqlExpression Days(ScalarKind kind, SqlExpression value) => kind is ScalarKind.Date ? value : FloorDivide(value, DayLength);

    /// <summary>The day as Date32.</summary>
    private static SqlExpression Date(ScalarKind kind, SqlExpression value) => SqlCall.Of("toDate32", DayNumber(kind, value));

    private static SqlExpression FirstOfYear(SqlExpression date) =>
        SqlCall.Of("makeDate32", SqlCall.Of("toYear", date), SqlMake.Long(1), SqlMake.Long(1));

    /// <summary>The day since 1970, moved by whole calendars to where Date32 does not clamp.</summary>
    private static SqlExpression DayNumber(ScalarKind kind, SqlExpression value) =>
        Int(SqlMake.Subtract(Modulo(SqlMake.Add(Days(kind, value), SqlMake.Long(FirstDay)), CalendarDays), SqlMake.Long(FirstDay)));

    private static SqlExpression Part(SqlExpression value, long within, long unit) =>
        Int(SqlCall.Of("intDiv", Modulo(value, within), Constant(unit)));

    private static SqlExpression FloorDivide(SqlExpression value, long divisor) => SqlCall.Of(
        "intDiv", SqlMake.Subtract(value, Modulo(value, divisor)), Constant(divisor));

    /// <summary>The floored remainder: never negative, unlike <c>%</c>.</summary>
    public static SqlExpression Modulo(SqlExpression value, long divisor) =>
        SqlCall.Of("toInt64", SqlCall.Of("positiveModulo", value, Constant(divisor)));
}
