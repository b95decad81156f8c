using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>SQLite's spelling of the language's functions.</summary>
internal static class SqliteFunctions
{
    private const long DayLength = 86_400_000_000;

    public static SqlExpression Translate(SqliteDialect dialect, Call node, EquatableArray<SqlExpression> a)
    {
        var kind = node.Arguments[0].Type.Kind;
        return node.Function switch
        {
            ScalarFunction.Length => SqlCall.Of("utf16_length", a[0]),
            ScalarFunction.Contains => SqlMake.Compare(SqlCall.Of("instr", a[0], a[1]), ">", SqlMake.Zero),
            ScalarFunction.StartsWith => SqlMake.Equal(SqlCall.Of("substr", a[0], SqlMake.Long(1), SqlCall.Of("length", a[1])), a[1]),

            // Not substr(x, -length), which is all of x for an empty part. Where the part is longer than x, what is left of x is too short to be it.
            ScalarFunction.EndsWith => SqlMake.Equal(
                SqlCall.Of("substr", a[0], SqlMake.Add(SqlMake.Subtract(SqlCall.Of("length", a[0]), SqlCall.Of("length", a[1])), SqlMake.Long(1))),
                a[1]),

            // Without ICU lower() and upper() know ASCII only, which is what is wanted.
            ScalarFunction.LowerAscii => SqlCall.Of("lower", a[0]),
            ScalarFunction.UpperAscii => SqlCall.Of("upper", a[0]),
            ScalarFunction.IndexOf => SqlDialect.IndexOf(a[0], SqlCall.Of("instr", a[0], a[1]), text => SqlCall.Of("utf16_length", text)),
            ScalarFunction.Replace => SqlCall.Of("replace", a[0], a[1], a[2]),
            ScalarFunction.Concat => SqlDialect.Concat(a),
            ScalarFunction.TrimAscii => SqlCall.Of("trim", a[0], new SqlAtom("char(9, 10, 11, 12, 13, 32)")),
            ScalarFunction.CompareText => SqlDialect.CompareText(a[0], a[1]),
            ScalarFunction.Left => SqlCall.Of("substr", a[0], SqlMake.Long(1), a[1]),

            // A place before the start is the start.
            ScalarFunction.Right => SqlCall.Of("substr", a[0], new SqlPrefix(SqlPrecedence.Sign, "-", a[1])),
            ScalarFunction.HashBucket => SqlCall.Of("hash_bucket", a[0], a[1]),
            ScalarFunction.OneHot => dialect.OneHot(a),
            ScalarFunction.TextOf => node.Arguments[0].Type.IsInteger ? new SqlCast(a[0], "TEXT") : a[0],
            ScalarFunction.Abs => kind switch
            {
                ScalarKind.Int32 => SqlCall.Of("to_int32", SqlCall.Of("abs", a[0])),
                ScalarKind.Int64 => SqlCall.Of("checked_abs", a[0]),
                _ => SqlCall.Of("abs", a[0]),
            },
            ScalarFunction.Min => SqlCall.Of("min", a[0], a[1]),
            ScalarFunction.Max => SqlCall.Of("max", a[0], a[1]),
            ScalarFunction.Round => SqlCall.Of("round_even", a[0]),
            ScalarFunction.Floor => SqlCall.Of("floor", a[0]),
            ScalarFunction.Ceiling => SqlCall.Of("ceiling", a[0]),
            ScalarFunction.Truncate => SqlCall.Of("truncate", a[0]),
            ScalarFunction.Sign => SqlDialect.Sign(a[0]),
            ScalarFunction.Sqrt => SqlCall.Of("square_root", a[0]),
            ScalarFunction.Log => SqlCall.Of("natural_log", a[0]),
            ScalarFunction.Log2 => SqlCall.Of("binary_log", a[0]),
            ScalarFunction.Log10 => SqlCall.Of("decimal_log", a[0]),
            ScalarFunction.Exp => SqlCall.Of("exponential", a[0]),
            ScalarFunction.Pow => SqlCall.Of("to_power", a[0], a[1]),
            ScalarFunction.Ratio => SqlMake.Divide(a[0], SqlCall.Of("nullif", a[1], SqlDialect.Floating(0))),
            ScalarFunction.Year => DatePart("%Y", kind, a[0]),
            ScalarFunction.Month => DatePart("%m", kind, a[0]),
            ScalarFunction.Day => DatePart("%d", kind, a[0]),
            ScalarFunction.DayOfYear => DatePart("%j", kind, a[0]),
            ScalarFunction.DayOfWeek => DatePart("%w", kind, a[0]),
            ScalarFunction.Hour => Part(a[0], DayLength, 3_600_000_000),
            ScalarFunction.Minute => Part(a[0], 3_600_000_000, 60_000_000),
            ScalarFunction.Second => Part(a[0], 60_000_000, 1_000_000),
            ScalarFunction.Millisecond => Part(a[0], 1_000_000, 1_000),
            ScalarFunction.Microsecond => Modulo(a[0], 1_000),

            // Dates are days: the floored quotient.
            ScalarFunction.DateOf => SqlMake.Divide(SqlMake.Subtract(a[0], Modulo(a[0], DayLength)), SqlMake.Long(DayLength)),
            ScalarFunction.AddDays => dialect.CheckedDays(SqlMake.Add(a[0], a[1])),
            ScalarFunction.AddMonths when kind is ScalarKind.Date =>
                SqlMake.Divide(SqlCall.Of("add_months", SqlMake.Multiply(a[0], SqlMake.Long(DayLength)), a[1]), SqlMake.Long(DayLength)),
            ScalarFunction.AddMonths => SqlCall.Of("add_months", a[0], a[1]),
            ScalarFunction.MidnightOf => SqlMake.Multiply(a[0], SqlMake.Long(DayLength)),
            ScalarFunction.DayNumber => SqlMake.Add(a[0], SqlMake.Long(719_162)),
            ScalarFunction.FromDays or ScalarFunction.FromHours or ScalarFunction.FromMinutes or ScalarFunction.FromSeconds
                or ScalarFunction.FromMilliseconds or ScalarFunction.FromMicroseconds => dialect.SpanFrom(node.Function, a[0]),
            ScalarFunction.StartOfDay => SqlMake.Subtract(a[0], Modulo(a[0], DayLength)),
            ScalarFunction.TimeOfDay => Modulo(a[0], DayLength),
            ScalarFunction.SpanDays or ScalarFunction.SpanHours or ScalarFunction.SpanMinutes or ScalarFunction.SpanSeconds
                or ScalarFunction.SpanMilliseconds or ScalarFunction.SpanMicroseconds =>
                dialect.SpanPartOf(node.Function, a[0]),
            _ => dialect.Total(node, a[0]),
        };
    }

    /// <summary>A calendar part by strftime, which takes seconds: floored, for instants before 1970.</summary>
    private static SqlExpression DatePart(string format, ScalarKind kind, SqlExpression value)
    {
        var seconds = kind is ScalarKind.Date
            ? SqlMake.Multiply(value, SqlMake.Long(86_400))
            : SqlMake.Divide(SqlMake.Subtract(value, Modulo(value, 1_000_000)), SqlMake.Long(1_000_000));
        return new SqlCast(SqlCall.Of("strftime", new SqlAtom("'" + format + "'"), seconds, new SqlAtom("'unixepoch'")), "INTEGER");
    }

    private static SqlExpression Part(SqlExpression value, long within, long unit) =>
        SqlMake.Divide(Modulo(value, within), SqlMake.Long(unit));

    /// <summary>The floored remainder: never negative, unlike <c>%</c>.</summary>
    private static SqlExpression Modulo(SqlExpression value, long divisor)
    {
        SqlExpression Remainder(SqlExpression of) => new SqlBinary(SqlPrecedence.Multiplicative, "%", of, SqlMake.Long(divisor));
        return Remainder(SqlMake.Add(Remainder(value), SqlMake.Long(divisor)));
    }
}
