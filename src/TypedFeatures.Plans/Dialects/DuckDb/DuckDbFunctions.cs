using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>DuckDB's spelling of the language's functions.</summary>
internal static class DuckDbFunctions
{
    public static SqlExpression Translate(DuckDbDialect dialect, Call node, EquatableArray<SqlExpression> a)
    {
        SqlExpression Int(SqlExpression value) => new SqlCast(value, "INTEGER");
        SqlExpression Blanks() => new SqlAtom("chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || ' '");

        // length() counts code points; each one above U+FFFF is two UTF-16 units.
        SqlExpression Length(SqlExpression text) => Int(SqlMake.Add(
            SqlCall.Of("length", text),
            SqlCall.Of("len", SqlCall.Of("regexp_extract_all", text, new SqlAtom(@"'[\x{10000}-\x{10FFFF}]'")))));
        return node.Function switch
        {
            ScalarFunction.Length => Length(a[0]),
            ScalarFunction.Contains => SqlCall.Of("contains", a[0], a[1]),
            ScalarFunction.StartsWith => SqlCall.Of("starts_with", a[0], a[1]),
            ScalarFunction.EndsWith => SqlCall.Of("suffix", a[0], a[1]),

            // lower() folds all of Unicode.
            ScalarFunction.LowerAscii => SqlCall.Of("translate", a[0], new SqlAtom("'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"), new SqlAtom("'abcdefghijklmnopqrstuvwxyz'")),
            ScalarFunction.UpperAscii => SqlCall.Of("translate", a[0], new SqlAtom("'abcdefghijklmnopqrstuvwxyz'"), new SqlAtom("'ABCDEFGHIJKLMNOPQRSTUVWXYZ'")),
            ScalarFunction.IndexOf => Int(SqlDialect.IndexOf(a[0], SqlCall.Of("strpos", a[0], a[1]), Length)),
            ScalarFunction.Replace => SqlCall.Of("replace", a[0], a[1], a[2]),
            ScalarFunction.Concat => SqlDialect.Concat(a),
            ScalarFunction.TrimAscii => SqlCall.Of("trim", a[0], Blanks()),
            ScalarFunction.CompareText => Int(SqlDialect.CompareText(a[0], a[1])),
            ScalarFunction.Left => SqlCall.Of("left", a[0], a[1]),
            ScalarFunction.Right => SqlCall.Of("right", a[0], a[1]),

            // sha256() is hexadecimal text; fifteen of its digits are 60 bits.
            ScalarFunction.HashBucket => Int(new SqlBinary(
                SqlPrecedence.Multiplicative,
                "%",
                new SqlCast(SqlMake.Concat(new SqlAtom("'0x'"), SqlCall.Of("left", SqlCall.Of("sha256", a[0]), SqlMake.Long(15))), "BIGINT"),
                a[1])),
            ScalarFunction.OneHot => dialect.OneHot(a),
            ScalarFunction.TextOf => node.Arguments[0].Type.IsInteger ? new SqlCast(a[0], "VARCHAR") : a[0],
            ScalarFunction.Abs => SqlCall.Of("abs", a[0]),
            ScalarFunction.Min => Extreme(node, "least", a),
            ScalarFunction.Max => Extreme(node, "greatest", a),
            ScalarFunction.Truncate => SqlCall.Of("trunc", a[0]),
            ScalarFunction.Sign => Int(SqlDialect.Sign(a[0])),

            // These fail outside of their domain; NaN is above all numbers.
            ScalarFunction.Sqrt => Within(a[0], ">=", SqlCall.Of("sqrt", a[0])),
            ScalarFunction.Log => Within(a[0], ">", SqlCall.Of("ln", a[0])),
            ScalarFunction.Log2 => Within(a[0], ">", SqlCall.Of("log2", a[0])),
            ScalarFunction.Log10 => Within(a[0], ">", SqlCall.Of("log10", a[0])),
            ScalarFunction.Exp => SqlMake.When(SqlMake.And(dialect.IsFinite(a[0]), dialect.IsFinite(SqlCall.Of("exp", a[0]))), SqlCall.Of("exp", a[0])),
            ScalarFunction.Pow => SqlMake.When(
                SqlMake.And(SqlMake.And(dialect.IsFinite(a[0]), dialect.IsFinite(a[1])), dialect.IsFinite(SqlCall.Of("pow", a[0], a[1]))),
                SqlCall.Of("pow", a[0], a[1])),
            ScalarFunction.Round => SqlCall.Of("round_even", a[0], SqlMake.Zero),
            ScalarFunction.Floor => SqlCall.Of("floor", a[0]),
            ScalarFunction.Ceiling => SqlCall.Of("ceil", a[0]),
            ScalarFunction.Ratio => SqlMake.Divide(a[0], SqlCall.Of("nullif", a[1], SqlDialect.Floating(0))),
            ScalarFunction.Year => Int(SqlCall.Of("year", a[0])),
            ScalarFunction.Month => Int(SqlCall.Of("month", a[0])),
            ScalarFunction.Day => Int(SqlCall.Of("day", a[0])),
            ScalarFunction.DayOfYear => Int(SqlCall.Of("dayofyear", a[0])),
            ScalarFunction.DayOfWeek => Int(SqlCall.Of("dayofweek", a[0])),
            ScalarFunction.Hour => Int(SqlCall.Of("hour", a[0])),
            ScalarFunction.Minute => Int(SqlCall.Of("minute", a[0])),
            ScalarFunction.Second => Int(SqlCall.Of("second", a[0])),

            // millisecond() includes the seconds.
            ScalarFunction.Millisecond => Int(new SqlBinary(SqlPrecedence.Multiplicative, "%", SqlCall.Of("millisecond", a[0]), SqlMake.Long(1000))),
            ScalarFunction.Microsecond => Int(new SqlBinary(SqlPrecedence.Multiplicative, "%", SqlCall.Of("microsecond", a[0]), SqlMake.Long(1000))),
            ScalarFunction.DateOf => new SqlCast(a[0], "DATE"),
            ScalarFunction.AddDays => SqlMake.Add(
                dialect.DateLiteral(0),
                Int(dialect.CheckedDays(SqlMake.Add(SqlMake.Subtract(a[0], dialect.DateLiteral(0)), a[1])))),
            ScalarFunction.AddMonths when node.Type.Kind is ScalarKind.Date => SqlMake.Add(
                dialect.DateLiteral(0),
                Int(dialect.CheckedDays(SqlMake.Subtract(new SqlCast(SqlMake.Add(a[0], Months(a[1])), "DATE"), dialect.DateLiteral(0))))),
            ScalarFunction.AddMonths => SqlCall.Of("make_timestamp", dialect.CheckedInstant(SqlCall.Of("epoch_us", SqlMake.Add(a[0], Months(a[1]))))),
            ScalarFunction.MidnightOf => new SqlCast(a[0], "TIMESTAMP"),
            ScalarFunction.DayNumber => Int(SqlMake.Add(SqlMake.Subtract(a[0], dialect.DateLiteral(0)), SqlMake.Long(719_162))),
            ScalarFunction.FromDays or ScalarFunction.FromHours or ScalarFunction.FromMinutes or ScalarFunction.FromSeconds
                or ScalarFunction.FromMilliseconds or ScalarFunction.FromMicroseconds => dialect.SpanFrom(node.Function, a[0]),
            ScalarFunction.StartOfDay => SqlCall.Of("date_trunc", new SqlAtom("'day'"), a[0]),
            ScalarFunction.TimeOfDay => SqlMake.Subtract(
                SqlCall.Of("epoch_us", a[0]), SqlCall.Of("epoch_us", SqlCall.Of("date_trunc", new SqlAtom("'day'"), a[0]))),
            ScalarFunction.SpanDays or ScalarFunction.SpanHours or ScalarFunction.SpanMinutes or ScalarFunction.SpanSeconds
                or ScalarFunction.SpanMilliseconds or ScalarFunction.SpanMicroseconds =>
                Int(dialect.SpanPartOf(node.Function, a[0])),
            _ => dialect.Total(node, a[0]),
        };
    }

    private static SqlExpression Months(SqlExpression count) => SqlCall.Of("to_months", SqlDialect.BoundedMonths(count));

    /// <summary>A function of a finite number above zero, or not below it; null elsewhere.</summary>
    private static SqlExpression Within(SqlExpression argument, string aboveZero, SqlExpression result) => SqlMake.When(
        SqlMake.And(SqlMake.Compare(argument, aboveZero, SqlMake.Zero), SqlMake.Compare(argument, "<=", SqlDialect.Floating(double.MaxValue))), result);

    /// <summary>least and greatest leave out null and put NaN above all numbers; in .NET the result is NaN if either is.</summary>
    private static SqlExpression Extreme(Call node, string function, EquatableArray<SqlExpression> a)
    {
        var extreme = SqlCall.Of(function, a[0], a[1]);
        return node.Arguments.Any(FloatingRange.MayBeNaN)
            ? SqlMake.When(SqlMake.Or(SqlCall.Of("isnan", a[0]), SqlCall.Of("isnan", a[1])), new SqlAtom("'nan'::DOUBLE"), extreme)
            : extreme;
    }
}
