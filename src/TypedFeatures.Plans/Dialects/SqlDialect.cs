using System.Globalization;
using TypedFeatures.Plans.Dialects;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>How one engine spells what plans mean: its names, literals, operators, functions, aggregates and join strategy.</summary>
public abstract class SqlDialect
{
    private protected SqlDialect(string engine) => Engine = engine;

    /// <summary>Every engine the compiler prints plans for, in alphabetical order.</summary>
    public static EquatableArray<SqlDialect> All { get; } = EquatableArray.Of<SqlDialect>(new ClickHouseDialect(), new DuckDbDialect(), new PostgresDialect(), new SqliteDialect());

    /// <summary>The engine's name: <c>clickhouse</c>, <c>duckdb</c>, <c>postgres</c>, <c>sqlite</c>.</summary>
    public string Engine { get; }

    /// <summary>What the engine cannot express.</summary>
    public EngineCapabilities Capabilities => new(Engine, Refuses, Refuses);

    /// <summary>Why the engine cannot compute a node of an expression, and what to write instead; null where it can.</summary>
    internal virtual string? Refuses(Scalar node) => null;

    /// <summary>The same of a view as a whole.</summary>
    internal virtual string? Refuses(ViewPlan view) => null;

    /// <summary>Whether a named query that is read once but costly per row must be told to be computed once.</summary>
    internal abstract bool MaterializesHistory { get; }

    /// <summary>Whether an aggregate's argument is computed even for rows its FILTER leaves out.</summary>
    internal abstract bool ComputesFilteredArguments { get; }

    /// <summary>Whether a function of a null is computed all the same, of whatever lies below the null, and may fail on it.</summary>
    internal virtual bool ComputesUnderNulls => false;

    /// <summary>Where <see cref="ComputesUnderNulls"/>: a condition that is always true, and for which a value is computed.</summary>
    internal virtual SqlExpression Computed(SqlExpression operand) => throw new NotSupportedException($"{Engine} guards nothing.");

    /// <summary>Whether a literal that fits 32 bits has 32, a long's too.</summary>
    internal virtual bool HasSmallLiterals => false;

    /// <summary>Whether coalesce() computes what stands in for a value also where there is a value.</summary>
    internal virtual bool ComputesAllOfCoalesce => false;

    /// <summary>Whether a column that a join yields must be given its name to be found by it.</summary>
    internal virtual bool NamesJoinedColumns => false;

    /// <summary>
    /// Respells a call that may fail and stands in the query so many times already, for an engine that would compute all of them at once, for rows that only
    /// one of their guards lets through.
    /// </summary>
    internal virtual string TellApart(string call, int before) => call;

    /// <summary>Whether a lambda is <c>x -> …</c> instead of <c>lambda x: …</c>.</summary>
    internal virtual bool WritesArrows => false;

    /// <summary>The parameter that holds the as-of instant.</summary>
    internal abstract SqlExpression AsOfParameter { get; }

    /// <summary>A literal or parameter that what may fail is made of, kept from being computed ahead of the condition it stands under.</summary>
    internal virtual SqlExpression NotFolded(SqlExpression constant) => constant;

    /// <summary>A name, quoted where it has to be.</summary>
    internal abstract string Identifier(string name);

    /// <summary>The name of a table, a source's or a query's.</summary>
    internal virtual string TableName(string name) => Identifier(name);

    /// <summary>The name of a type in casts.</summary>
    internal abstract string TypeName(ScalarKind kind);

    /// <summary>A literal of an instant.</summary>
    internal abstract SqlExpression InstantLiteral(long microseconds);

    /// <summary>A literal of a date.</summary>
    internal abstract SqlExpression DateLiteral(int days);

    /// <summary>An instant moved back by a constant length.</summary>
    internal abstract SqlExpression Before(SqlExpression instant, long microseconds);

    /// <summary>The greatest multiple of a constant length since 1970 that is not after an instant; also before 1970.</summary>
    internal abstract SqlExpression FloorTo(SqlExpression instant, long microseconds);

    /// <summary>A double times two to the power of minus another: what is left of a value after so many half-lives.</summary>
    internal virtual SqlExpression Decayed(SqlExpression value, SqlExpression halfLives) =>
        SqlMake.Multiply(value, SqlCall.Of("pow", Floating(2), new SqlPrefix(SqlPrecedence.Sign, "-", halfLives)));

    /// <summary>The value of the next row of a partition; null on the last.</summary>
    internal virtual SqlExpression Next(SqlExpression value, EquatableArray<SqlExpression> partitionBy, EquatableArray<SqlOrder> orderBy) =>
        new SqlOver(SqlCall.Of("lead", value), partitionBy, orderBy);

    /// <summary>An instant moved forward by a constant length; the result is not after the year 2299.</summary>
    internal abstract SqlExpression After(SqlExpression instant, long microseconds);

    /// <summary>+ − × on operands of one kind, failing on integer overflow; instants and lengths of time too.</summary>
    internal abstract SqlExpression Arithmetic(Binary node, SqlExpression left, SqlExpression right);

    /// <summary>Division of doubles as IEEE 754 has it: what leaves the finite numbers is infinite or NaN, no failure.</summary>
    internal virtual SqlExpression Divide(SqlExpression left, SqlExpression right) => SqlMake.Divide(left, right);

    /// <summary>Integer division, truncating; the divisor is not zero.</summary>
    internal abstract SqlExpression IntegerDivide(ScalarKind kind, SqlExpression left, SqlExpression right);

    /// <summary>Integer remainder with the sign of the dividend; the divisor is not zero.</summary>
    internal virtual SqlExpression Remainder(Binary node, SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Multiplicative, "%", left, right);

    /// <summary>Bit operations on integers of one kind; the count of a shift is a constant within their width.</summary>
    internal abstract SqlExpression Bitwise(BinaryOperator op, SqlExpression left, SqlExpression right);

    /// <summary>Negation, failing on integer overflow.</summary>
    internal abstract SqlExpression Negate(ScalarKind kind, SqlExpression operand);

    /// <summary>A numeric conversion; narrowing truncates toward zero and fails out of range.</summary>
    internal abstract SqlExpression Convert(ScalarKind from, ScalarKind to, SqlExpression operand);

    /// <summary>A computed value on its way out of the rows of a view, where it may want what a column of its type has anyway.</summary>
    internal virtual SqlExpression Computed(ScalarType type, SqlExpression value) => value;

    /// <summary>A view's feature as another view joins it: what a stored column of its type would be.</summary>
    internal virtual SqlExpression AsColumn(ScalarType type, SqlExpression value) =>
        Computed(type, type.IsInteger ? new SqlCast(value, TypeName(type.Kind)) : value);

    /// <summary>A function of the language.</summary>
    internal abstract SqlExpression Function(Call node, EquatableArray<SqlExpression> arguments);

    /// <summary>Keeps a value that may fail from being optimized away when it is compared.</summary>
    internal virtual SqlExpression MustCompute(SqlExpression operand) => operand;

    /// <summary>Equality in which null equals null, or its negation.</summary>
    internal abstract SqlExpression IsNotDistinct(SqlExpression left, SqlExpression right, bool isNegated);

    /// <summary>Null where a double is NaN.</summary>
    internal abstract SqlExpression NullIfNaN(SqlExpression operand);

    /// <summary>Whether a double is finite; not true of null.</summary>
    internal abstract SqlExpression IsFinite(SqlExpression operand);

    /// <summary>The smaller of two instants.</summary>
    internal abstract SqlExpression Earlier(SqlExpression left, SqlExpression right);

    /// <summary>The aggregate over the rows that pass a filter, as it stands in the grouped query.</summary>
    internal abstract SqlExpression Aggregate(Lower.AggregateRequest aggregate);

    /// <summary>
    /// What the outer query makes of a grouped aggregate's value, null for an entity without rows: the mode of a histogram, a total that must fit
    /// its type. A total is checked here because only here a feature may choose not to look at it.
    /// </summary>
    internal abstract SqlExpression Finish(Aggregate aggregate, SqlExpression value);

    /// <summary>A vector of zeros, of the type that sums of vectors have.</summary>
    internal abstract SqlExpression ZeroVector(int length);

    /// <summary>A vector of zeros but for a one at a place; of zeros alone where the place is −1.</summary>
    internal abstract SqlExpression UnitVector(int length, int place);

    /// <summary>Adds an as-of join to a query under construction.</summary>
    internal abstract void JoinAsOf(Lower.HistoryBuilder history, Lower.AsOfJoinRequest join);

    /// <summary>Statements that make a view's plans fast.</summary>
    internal abstract EquatableArray<string> Setup(ViewPlan view);

    /// <summary>The same with what the views it joins want.</summary>
    internal EquatableArray<string> SetupWithViews(ViewPlan view) =>
        Setup(view).Concat(view.Views.SelectMany(v => SetupWithViews(v.View))).Distinct().ToEquatableArray();

    /// <summary>The relation of later versions of a source's events, there wherever some column is known after the outcome.</summary>
    internal static string VersionsOf(SourceSchema events) => events.Name + "__versions";

    /// <summary>A constant.</summary>
    internal SqlExpression Literal(Constant constant) => (constant.Type.Kind, constant.Value) switch
    {
        (_, null) => SqlMake.Null,
        (ScalarKind.Boolean, bool b) => b ? SqlMake.True : SqlMake.False,
        (ScalarKind.Single, float f) => FloatingLiteral(ScalarKind.Single, f),
        (ScalarKind.Double, double d) => FloatingLiteral(ScalarKind.Double, d),
        (ScalarKind.DateTime, long l) => InstantLiteral(l),
        (ScalarKind.Date, int i) => DateLiteral(i),
        (_, int i) => IntegerLiteral(ScalarKind.Int32, i),
        (_, long l) => IntegerLiteral(ScalarKind.Int64, l),
        (_, string s) => TextOf(s),
        _ => throw new ArgumentException($"A constant of type {constant.Type} cannot hold a {constant.Value.GetType()}.", nameof(constant)),
    };

    /// <summary>A literal of a float or a double.</summary>
    internal virtual SqlExpression FloatingLiteral(ScalarKind kind, double value) => Floating(value);

    /// <summary>A literal of an integer or a length of time.</summary>
    internal virtual SqlExpression IntegerLiteral(ScalarKind kind, long value) => SqlMake.Long(value);

    /// <summary>An infix bit operator. Engines rank them differently, but all below arithmetic and above comparison; all else is in parentheses.</summary>
    private protected static SqlExpression BitOperator(BinaryOperator op, SqlExpression left, SqlExpression right) => SqlMake.Compare(
        left,
        op switch
        {
            BinaryOperator.BitAnd => "&",
            BinaryOperator.BitOr => "|",
            BinaryOperator.ShiftRight => ">>",
            _ => throw new ArgumentOutOfRangeException(nameof(op), op, "No infix bit operator."),
        },
        right);

    /// <summary>A character by its number: what a line of generated code cannot hold.</summary>
    internal abstract SqlExpression Character(char character);

    /// <summary>A text, its line ends and control characters by number.</summary>
    private SqlExpression TextOf(string text)
    {
        var parts = new List<SqlExpression>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029')
            {
                parts.AddRange(i > start ? [TextLiteral(text.Substring(start, i - start)), Character(text[i])] : [Character(text[i])]);
                start = i + 1;
            }
        }

        if (start < text.Length || parts.Count == 0)
        {
            parts.Add(TextLiteral(text.Substring(start)));
        }

        return Concat(parts.ToEquatableArray());
    }

    /// <summary>A literal of a text without line ends.</summary>
    internal virtual SqlExpression TextLiteral(string value) => Text(value);

    /// <summary>A text literal of what no engine takes for an escape: names of members.</summary>
    internal static SqlExpression Text(string value) => new SqlAtom("'" + value.Replace("'", "''") + "'");

    /// <summary>A double literal: with an exponent, so that no engine takes it for a decimal.</summary>
    internal static SqlExpression Floating(double value)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        return new SqlAtom(digits.Contains('E') ? digits.Replace("E+", "e").Replace('E', 'e') : digits + "e0");
    }

    /// <summary>Days, hours … of a length of time: whole units, then the remainder within the next larger unit; both truncate toward zero.</summary>
    internal SqlExpression SpanPartOf(ScalarFunction function, SqlExpression span)
    {
        var (unit, within) = function switch
        {
            ScalarFunction.SpanDays => (86_400_000_000, 0),
            ScalarFunction.SpanHours => (3_600_000_000, 24),
            ScalarFunction.SpanMinutes => (60_000_000, 60),
            ScalarFunction.SpanSeconds => (1_000_000, 60),
            ScalarFunction.SpanMilliseconds => (1_000, 1_000),
            ScalarFunction.SpanMicroseconds => (1, 1_000),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "No part of a length of time."),
        };
        var whole = IntegerDivide(ScalarKind.TimeSpan, span, SqlMake.Long(unit));
        return within == 0 ? whole : new SqlBinary(SqlPrecedence.Multiplicative, "%", whole, SqlMake.Long(within));
    }

    /// <summary><c>TotalDays</c> and its like: .NET divides ticks by ticks per unit, and so must SQL to agree to the bit.</summary>
    internal SqlExpression Total(Call node, SqlExpression span)
    {
        var ticksPerUnit = node.Function switch
        {
            ScalarFunction.TotalDays => TimeSpan.TicksPerDay,
            ScalarFunction.TotalHours => TimeSpan.TicksPerHour,
            ScalarFunction.TotalMinutes => TimeSpan.TicksPerMinute,
            ScalarFunction.TotalSeconds => TimeSpan.TicksPerSecond,
            ScalarFunction.TotalMilliseconds => TimeSpan.TicksPerMillisecond,
            ScalarFunction.TotalMicroseconds => 10,
            _ => throw new ArgumentException($"{node.Function} is no total of a length of time.", nameof(node)),
        };
        var total = SqlMake.Divide(Ticks(span), Floating(ticksPerUnit));

        // .NET clamps to the milliseconds that are whole within the range of TimeSpan; instants are not that far apart.
        var isBetweenInstants = node.Arguments[0] is Binary { Left.Type.Kind: ScalarKind.DateTime };
        return node.Function is ScalarFunction.TotalMilliseconds && !isBetweenInstants ? Clamped(total, LongestMilliseconds) : total;
    }

    /// <summary>A length of time in ticks, a double as .NET has it: rounded once.</summary>
    internal SqlExpression Ticks(SqlExpression span) => new SqlCast(SqlMake.Multiply(span, SqlMake.Long(10)), TypeName(ScalarKind.Double));

    /// <summary>A length of time that fails where .NET's ticks would overflow.</summary>
    internal SqlExpression CheckedSpan(SqlExpression microseconds) =>
        IntegerDivide(ScalarKind.Int64, CheckedInt64(BinaryOperator.Multiply, microseconds, 10), SqlMake.Long(10));

    /// <summary><c>TimeSpan.FromDays(n)</c> and its like.</summary>
    internal SqlExpression SpanFrom(ScalarFunction function, SqlExpression count) => CheckedSpan(CheckedInt64(
        BinaryOperator.Multiply,
        count,
        function switch
        {
            ScalarFunction.FromDays => 86_400_000_000,
            ScalarFunction.FromHours => 3_600_000_000,
            ScalarFunction.FromMinutes => 60_000_000,
            ScalarFunction.FromSeconds => 1_000_000,
            ScalarFunction.FromMilliseconds => 1_000,
            ScalarFunction.FromMicroseconds => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "No factory of lengths of time."),
        }));

    /// <summary>Microseconds since 1970 that fail where <see cref="DateTime"/> ends: the years 1 to 9999.</summary>
    internal SqlExpression CheckedInstant(SqlExpression microseconds) => InRange(microseconds, -62_135_596_800_000_000, 253_402_300_799_999_999);

    /// <summary>Days since 1970 that fail where <see cref="DateTime"/> ends.</summary>
    internal SqlExpression CheckedDays(SqlExpression days) => InRange(days, -719_162, 2_932_896);

    /// <summary>A 64-bit integer that overflows where its magnitude is greater than a limit.</summary>
    internal SqlExpression Within(SqlExpression value, long limit) => InRange(value, -limit, limit);

    /// <summary>A 64-bit integer that overflows where it is out of a range: pushed to either end of the type and back.</summary>
    private SqlExpression InRange(SqlExpression value, long least, long greatest)
    {
        var (above, below) = (long.MaxValue - greatest, least - long.MinValue);
        var notAbove = CheckedInt64(BinaryOperator.Subtract, CheckedInt64(BinaryOperator.Add, value, above), above);
        return CheckedInt64(BinaryOperator.Add, CheckedInt64(BinaryOperator.Subtract, notAbove, below), below);
    }

    private SqlExpression CheckedInt64(BinaryOperator op, SqlExpression left, long right)
    {
        var constant = new Constant(ScalarType.Int64, right);
        return Arithmetic(new Binary(ScalarType.Int64, op, new StateColumnOf(ScalarType.Int64, 0), constant), left, Literal(constant));
    }

    /// <summary>The place of a part in UTF-16 units, from the place in code points, from 1; 0 where it is not there.</summary>
    internal static SqlExpression IndexOf(SqlExpression text, SqlExpression place, Func<SqlExpression, SqlExpression> length) => SqlMake.When(
        SqlMake.Equal(place, SqlMake.Zero),
        SqlMake.Long(-1),
        length(SqlCall.Of("substr", text, SqlMake.Long(1), SqlMake.Subtract(place, SqlMake.Long(1)))));

    /// <summary>The unit vector of the category that a value equals, of zeros where there is none.</summary>
    internal SqlExpression OneHot(EquatableArray<SqlExpression> a)
    {
        var length = a.Count - 1;
        return new SqlCase(
            Enumerable.Range(0, length).Select(i => new SqlWhen(SqlMake.Equal(a[0], a[i + 1]), UnitVector(length, i))).ToEquatableArray(),
            UnitVector(length, -1));
    }

    /// <summary>The numbers of a unit vector, with commas between.</summary>
    private protected static string UnitNumbers(int length, int place) => string.Join(",", Enumerable.Range(0, length).Select(i => i == place ? "1" : "0"));

    /// <summary>A number of months that no instant survives stands for all that are further.</summary>
    internal static SqlExpression BoundedMonths(SqlExpression months) =>
        SqlCall.Of("greatest", SqlCall.Of("least", months, SqlMake.Long(120_000)), SqlMake.Long(-120_000));

    /// <summary>Texts one after the other; <c>||</c> binds differently, but no operand is arithmetic.</summary>
    internal static SqlExpression Concat(EquatableArray<SqlExpression> texts) =>
        texts.Aggregate((left, right) => new SqlBinary(SqlPrecedence.Additive, "||", left, right));

    internal static SqlExpression CompareText(SqlExpression left, SqlExpression right) => new SqlCase(
        EquatableArray.Of(
            new SqlWhen(SqlMake.Compare(left, "<", right), SqlMake.Long(-1)),
            new SqlWhen(SqlMake.Compare(left, ">", right), SqlMake.Long(1)),
            new SqlWhen(SqlMake.Equal(left, right), SqlMake.Zero)),
        null);

    /// <summary>−1, 0 or 1; null of null.</summary>
    internal static SqlExpression Sign(SqlExpression number) => new SqlCase(
        EquatableArray.Of(
            new SqlWhen(SqlMake.Compare(number, "<", SqlMake.Zero), SqlMake.Long(-1)),
            new SqlWhen(SqlMake.Compare(number, ">", SqlMake.Zero), SqlMake.Long(1)),
            new SqlWhen(SqlMake.Equal(number, SqlMake.Zero), SqlMake.Zero)),
        null);

    private const double LongestMilliseconds = long.MaxValue / TimeSpan.TicksPerMillisecond;

    /// <summary>A double between −limit and limit; null of null, which functions for the least and the greatest leave out.</summary>
    private static SqlExpression Clamped(SqlExpression value, double limit) => new SqlCase(
        EquatableArray.Of(
            new SqlWhen(SqlMake.Compare(value, ">", Floating(limit)), Floating(limit)),
            new SqlWhen(SqlMake.Compare(value, "<", Floating(-limit)), Floating(-limit))),
        value);
}
