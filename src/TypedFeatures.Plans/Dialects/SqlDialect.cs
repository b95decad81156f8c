using System.Globalization;
using TypedFeatures.Plans.Dialects;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>How one engine spells what plans mean: its names, literals, operators, functions, aggregates and join strategy.</summary>
public abstract class SqlDialect
{
    private protected SqlDialect(string engine) => Engine = engine;

    /// <summary>Every engine the compiler prints plans for, in alphabetical order.</summary>
    public static EquatableArray<SqlDialect> All { get; } = EquatableArray.Of<SqlDialect>(new ClickHouseDialect(), new DuckDbDialect(), new SqliteDialect());

    /// <summary>The engine's name: <c>clickhouse</c>, <c>duckdb</c>, <c>sqlite</c>.</summary>
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

    /// <summary>Whether a column that a join yields must be given its name to be found by it.</summary>
    internal virtual bool NamesJoinedColumns => false;

    /// <summary>
    /// Respells a call that may fail and stands in the query so many times already, for an engine that would compute all of them at once, for rows that only
    /// one of their guards lets through.
    /// </summary>
    internal virtual string TellApart(string call, int before) => call;

    /// <summary>The parameter that holds the as-of instant.</summary>
    internal abstract SqlExpression AsOfParameter { get; }

    /// <summary>A name, quoted where it has to be.</summary>
    internal abstract string Identifier(string name);

    /// <summary>The name of a type in casts.</summary>
    internal abstract string TypeName(ScalarKind kind);

    /// <summary>A literal of an instant.</summary>
    internal abstract SqlExpression InstantLiteral(long microseconds);

    /// <summary>A literal of a date.</summary>
    internal abstract SqlExpression DateLiteral(int days);

    /// <summary>An instant moved back by a constant length.</summary>
    internal abstract SqlExpression Before(SqlExpression instant, long microseconds);

    /// <summary>+ − × on operands of one kind, failing on integer overflow; instants and lengths of time too.</summary>
    internal abstract SqlExpression Arithmetic(Binary node, SqlExpression left, SqlExpression right);

    /// <summary>Integer division, truncating; the divisor is not zero.</summary>
    internal abstract SqlExpression IntegerDivide(ScalarKind kind, SqlExpression left, SqlExpression right);

    /// <summary>Integer remainder with the sign of the dividend; the divisor is not zero.</summary>
    internal virtual SqlExpression Remainder(Binary node, SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Multiplicative, "%", left, right);

    /// <summary>Negation, failing on integer overflow.</summary>
    internal abstract SqlExpression Negate(ScalarKind kind, SqlExpression operand);

    /// <summary>A numeric conversion; narrowing truncates toward zero and fails out of range.</summary>
    internal abstract SqlExpression Convert(ScalarKind from, ScalarKind to, SqlExpression operand);

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

    /// <summary>Adds an as-of join to a query under construction.</summary>
    internal abstract void JoinAsOf(Lower.HistoryBuilder history, Lower.AsOfJoinRequest join);

    /// <summary>Statements that make a view's plans fast.</summary>
    internal abstract EquatableArray<string> Setup(ViewPlan view);

    /// <summary>A constant.</summary>
    internal SqlExpression Literal(Constant constant) => (constant.Type.Kind, constant.Value) switch
    {
        (_, null) => SqlMake.Null,
        (ScalarKind.Boolean, bool b) => b ? SqlMake.True : SqlMake.False,
        (ScalarKind.Single, float f) => Floating(f),
        (ScalarKind.Double, double d) => Floating(d),
        (ScalarKind.DateTime, long l) => InstantLiteral(l),
        (ScalarKind.Date, int i) => DateLiteral(i),
        (_, int i) => SqlMake.Long(i),
        (_, long l) => SqlMake.Long(l),
        (_, string s) => TextLiteral(s),
        _ => throw new ArgumentException($"A constant of type {constant.Type} cannot hold a {constant.Value.GetType()}.", nameof(constant)),
    };

    /// <summary>A literal of any text.</summary>
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
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "No part of a length of time."),
        };
        var whole = IntegerDivide(ScalarKind.TimeSpan, span, SqlMake.Long(unit));
        return within == 0 ? whole : new SqlBinary(SqlPrecedence.Multiplicative, "%", whole, SqlMake.Long(within));
    }

    /// <summary><c>TotalDays</c> and its like: .NET divides ticks by ticks per unit, and so must SQL to agree to the bit.</summary>
    internal SqlExpression Total(ScalarFunction function, SqlExpression span)
    {
        var ticksPerUnit = function switch
        {
            ScalarFunction.TotalDays => TimeSpan.TicksPerDay,
            ScalarFunction.TotalHours => TimeSpan.TicksPerHour,
            ScalarFunction.TotalMinutes => TimeSpan.TicksPerMinute,
            ScalarFunction.TotalSeconds => TimeSpan.TicksPerSecond,
            ScalarFunction.TotalMilliseconds => TimeSpan.TicksPerMillisecond,
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "No total of a length of time."),
        };
        var ticks = new SqlCast(SqlMake.Multiply(span, SqlMake.Long(10)), TypeName(ScalarKind.Double));
        return SqlMake.Divide(ticks, Floating(ticksPerUnit));
    }
}
