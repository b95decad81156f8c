using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>DuckDB's spelling of the language's functions.</summary>
internal static class DuckDbFunctions
{
    public static SqlExpression Translate(DuckDbDialect dialect, Call node, EquatableArray<SqlExpression> a)
    {
        SqlExpression Int(SqlExpression value) => new SqlCast(value, "INTEGER");
        return node.Function switch
        {
            // length() counts code points; each one above U+FFFF is two UTF-16 units.
            ScalarFunction.Length => Int(SqlMake.Add(
                SqlCall.Of("length", a[0]),
                SqlCall.Of("len", SqlCall.Of("regexp_extract_all", a[0], new SqlAtom(@"'[\x{10000}-\x{10FFFF}]'"))))),
            ScalarFunction.Contains => SqlCall.Of("contains", a[0], a[1]),
            ScalarFunction.StartsWith => SqlCall.Of("starts_with", a[0], a[1]),
            ScalarFunction.EndsWith => SqlCall.Of("suffix", a[0], a[1]),

            // lower() folds all of Unicode.
            ScalarFunction.LowerAscii => SqlCall.Of("translate", a[0], new SqlAtom("'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"), new SqlAtom("'abcdefghijklmnopqrstuvwxyz'")),
            ScalarFunction.UpperAscii => SqlCall.Of("translate", a[0], new SqlAtom("'abcdefghijklmnopqrstuvwxyz'"), new SqlAtom("'ABCDEFGHIJKLMNOPQRSTUVWXYZ'")),
            ScalarFunction.Abs => SqlCall.Of("abs", a[0]),
            ScalarFunction.Min => SqlCall.Of("least", a[0], a[1]),
            ScalarFunction.Max => SqlCall.Of("greatest", a[0], a[1]),
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
            ScalarFunction.StartOfDay => SqlCall.Of("date_trunc", new SqlAtom("'day'"), a[0]),
            ScalarFunction.TimeOfDay => SqlMake.Subtract(
                SqlCall.Of("epoch_us", a[0]), SqlCall.Of("epoch_us", SqlCall.Of("date_trunc", new SqlAtom("'day'"), a[0]))),
            ScalarFunction.SpanDays or ScalarFunction.SpanHours or ScalarFunction.SpanMinutes or ScalarFunction.SpanSeconds =>
                Int(dialect.SpanPartOf(node.Function, a[0])),
            _ => dialect.Total(node.Function, a[0]),
        };
    }
}
