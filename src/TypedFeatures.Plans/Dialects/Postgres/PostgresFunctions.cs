using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>PostgreSQL's spelling of the language's functions.</summary>
internal static class PostgresFunctions
{
    public static SqlExpression Translate(PostgresDialect dialect, Call node, EquatableArray<SqlExpression> a)
    {
        return node.Function switch
        {
            ScalarFunction.Length => SqlCall.Of("utf16_length", a[0]),
            ScalarFunction.Contains => SqlMake.Compare(SqlCall.Of("strpos", a[0], a[1]), ">", SqlMake.Zero),
            ScalarFunction.StartsWith => SqlCall.Of("starts_with", a[0], a[1]),
            ScalarFunction.EndsWith => SqlMake.Equal(SqlCall.Of("right", a[0], SqlCall.Of("length", a[1])), a[1]),

            // Under collation C these know ASCII only, which is what is wanted.
            ScalarFunction.LowerAscii => SqlCall.Of("lower", PostgresDialect.InCodePointOrder(a[0])),
            ScalarFunction.UpperAscii => SqlCall.Of("upper", PostgresDialect.InCodePointOrder(a[0])),
            ScalarFunction.IndexOf => SqlDialect.IndexOf(a[0], SqlCall.Of("strpos", a[0], a[1]), text => SqlCall.Of("utf16_length", text)),
            ScalarFunction.Replace => SqlCall.Of("replace", a[0], a[1], a[2]),
            ScalarFunction.Concat => SqlDialect.Concat(a),
            ScalarFunction.TrimAscii => SqlCall.Of("btrim", a[0], new SqlAtom(@"E'\t\n\x0B\f\r '")),
            ScalarFunction.CompareText => SqlDialect.CompareText(PostgresDialect.InCodePointOrder(a[0]), PostgresDialect.InCodePointOrder(a[1])),

            ScalarFunction.Left => SqlCall.Of("left", a[0], a[1]),
            ScalarFunction.Right => SqlCall.Of("right", a[0], a[1]),
            ScalarFunction.HashBucket => SqlCall.Of("hash_bucket", a[0], a[1]),
            ScalarFunction.OneHot => dialect.OneHot(a),

            // Text made of numbers has the database's collation, which nothing else here has.
            ScalarFunction.TextOf => node.Arguments[0].Type.IsInteger ? PostgresDialect.InCodePointOrder(new SqlCast(a[0], "text")) : a[0],
            ScalarFunction.Abs => SqlCall.Of("abs", a[0]),
            ScalarFunction.Min => Extreme("least", node, a),
            ScalarFunction.Max => Extreme("greatest", node, a),

            // round() of a double is half-to-even.
            ScalarFunction.Round => SqlCall.Of("round", a[0]),
            ScalarFunction.Floor => SqlCall.Of("floor", a[0]),
            ScalarFunction.Ceiling => SqlCall.Of("ceil", a[0]),
            ScalarFunction.Truncate => SqlCall.Of("trunc", a[0]),
            ScalarFunction.Sign => SqlDialect.Sign(a[0]),
            ScalarFunction.Sqrt => Within(a[0], ">=", SqlCall.Of("sqrt", a[0])),
            ScalarFunction.Log => Within(a[0], ">", SqlCall.Of("ln", a[0])),
            ScalarFunction.Log2 => Within(a[0], ">", SqlMake.Divide(SqlCall.Of("ln", a[0]), new SqlAtom("ln(2::double precision)"))),
            ScalarFunction.Log10 => Within(a[0], ">", SqlCall.Of("log", a[0])),
            ScalarFunction.Exp => SqlCall.Of("exponential", a[0]),
            ScalarFunction.Pow => SqlCall.Of("to_power", a[0], a[1]),
            ScalarFunction.Ratio => dialect.Divide(a[0], SqlCall.Of("nullif", a[1], dialect.FloatingLiteral(ScalarKind.Double, 0))),
            ScalarFunction.Year => Part("year", a[0]),
            ScalarFunction.Month => Part("month", a[0]),
            ScalarFunction.Day => Part("day", a[0]),
            ScalarFunction.DayOfYear => Part("doy", a[0]),
            ScalarFunction.DayOfWeek => Part("dow", a[0]),
            ScalarFunction.Hour => Part("hour", a[0]),
            ScalarFunction.Minute => Part("minute", a[0]),

            // date_part('second') has the fraction, 'microseconds' the seconds; both are exact in a double.
            ScalarFunction.Second => Int(SqlCall.Of("trunc", DatePart("second", a[0]))),
            ScalarFunction.Millisecond => new SqlBinary(
                SqlPrecedence.Multiplicative, "%", SqlMake.Divide(Part("microseconds", a[0]), SqlMake.Long(1000)), SqlMake.Long(1000)),
            ScalarFunction.Microsecond => new SqlBinary(SqlPrecedence.Multiplicative, "%", Part("microseconds", a[0]), SqlMake.Long(1000)),
            ScalarFunction.DateOf => new SqlCast(a[0], "date"),
            ScalarFunction.AddDays => SqlMake.Add(
                dialect.DateLiteral(0),
                Int(dialect.CheckedDays(new SqlCast(SqlMake.Add(SqlMake.Subtract(a[0], dialect.DateLiteral(0)), a[1]), "bigint")))),
            ScalarFunction.AddMonths when node.Type.Kind is ScalarKind.Date => new SqlCast(SqlCall.Of("add_months", new SqlCast(a[0], "timestamp"), a[1]), "date"),
            ScalarFunction.AddMonths => SqlCall.Of("add_months", a[0], a[1]),
            ScalarFunction.MidnightOf => new SqlCast(a[0], "timestamp"),
            ScalarFunction.DayNumber => SqlMake.Add(SqlMake.Subtract(a[0], dialect.DateLiteral(0)), SqlMake.Long(719_162)),
            ScalarFunction.FromDays or ScalarFunction.FromHours or ScalarFunction.FromMinutes or ScalarFunction.FromSeconds
                or ScalarFunction.FromMilliseconds or ScalarFunction.FromMicroseconds => dialect.SpanFrom(node.Function, a[0]),
            ScalarFunction.StartOfDay => SqlCall.Of("date_trunc", new SqlAtom("'day'"), a[0]),
            ScalarFunction.TimeOfDay => SqlCall.Of("microseconds_between", SqlCall.Of("date_trunc", new SqlAtom("'day'"), a[0]), a[0]),
            ScalarFunction.SpanDays or ScalarFunction.SpanHours or ScalarFunction.SpanMinutes or ScalarFunction.SpanSeconds
                or ScalarFunction.SpanMilliseconds or ScalarFunction.SpanMicroseconds =>
                Int(dialect.SpanPartOf(node.Function, a[0])),
            _ => dialect.Total(node, a[0]),
        };
    }

    // NaN is greater than all numbers here; in C# it swallows them.
    private static SqlExpression Extreme(string function, Call node, EquatableArray<SqlExpression> a)
    {
        var plain = SqlCall.Of(function, a[0], a[1]);
        var tests = node.Arguments.Zip(a, (scalar, sql) => FloatingRange.MayBeNaN(scalar) ? SqlMake.Equal(sql, PostgresDialect.NaN) : null).OfType<SqlExpression>().ToList();
        return tests.Count == 0 ? plain : SqlMake.When(tests.Aggregate(SqlMake.Or), PostgresDialect.NaN, plain);
    }

    /// <summary>A function of a finite number above zero, or not below it; null elsewhere. NaN is above all numbers.</summary>
    private static SqlExpression Within(SqlExpression argument, string aboveZero, SqlExpression result) => SqlMake.When(
        SqlMake.And(SqlMake.Compare(argument, aboveZero, SqlMake.Zero), SqlMake.Compare(argument, "<=", SqlDialect.Floating(double.MaxValue))), result);

    private static SqlExpression Int(SqlExpression value) => new SqlCast(value, "integer");

    // date_part() gives a double where extract() gives a numeric: as exact for these, and faster.
    private static SqlExpression DatePart(string part, SqlExpression value) => SqlCall.Of("date_part", new SqlAtom("'" + part + "'"), value);

    private static SqlExpression Part(string part, SqlExpression value) => Int(DatePart(part, value));
}
