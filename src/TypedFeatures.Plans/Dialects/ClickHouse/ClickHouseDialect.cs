using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>
/// ClickHouse, with <see cref="ClickHouseSettings"/>. Instants and lengths of time are integers of microseconds, dates integers of days. Its integers wrap
/// and its casts cut off: whatever may not fit is computed one size wider and brought back by accurateCast, which fails.
/// </summary>
internal sealed class ClickHouseDialect : SqlDialect
{
    public ClickHouseDialect()
        : base("clickhouse")
    {
    }

    internal override bool MaterializesHistory => false;

    // "f(x) FILTER (WHERE c)" is fIf(x, c): x is computed for all rows.
    internal override bool ComputesFilteredArguments => true;

    // A nullable column is a column and a mask: accurateCast() casts what lies under the mask, too.
    internal override bool ComputesUnderNulls => true;

    // ignore() is 0 whatever it is given, and nothing that it is given is left out.
    internal override SqlExpression Computed(SqlExpression operand) => SqlMake.Compare(SqlCall.Of("ignore", operand), "=", SqlMake.Zero);

    // Short circuits are those of CASE, AND and OR.
    internal override bool ComputesAllOfCoalesce => true;

    // Where both sides of a join have a column "x", b.x is called "b.x".
    internal override bool NamesJoinedColumns => true;

    // Of one expression in several branches of a CASE it makes one, and if the branches lie on different levels computes it for all rows, as if unguarded.
    // Expressions are one where their text is: a space behind a type's name means nothing but makes another text.
    internal override string TellApart(string call, int before) =>
        before > 0 && call.StartsWith("accurateCast(", StringComparison.Ordinal) ? call.Substring(0, call.Length - 2) + new string(' ', before) + "')" : call;

    internal override bool WritesArrows => true;

    internal override SqlExpression AsOfParameter { get; } = new SqlAtom("{as_of:Int64}");

    internal override SqlExpression NotFolded(SqlExpression constant) => SqlCall.Of("materialize", constant);

    internal override string Identifier(string name) => ClickHouseText.Name(name);

    internal override string TypeName(ScalarKind kind) => ClickHouseText.TypeOf(kind);

    internal override SqlExpression TextLiteral(string value) => new SqlAtom(ClickHouseText.Literal(value));

    internal override SqlExpression InstantLiteral(long microseconds) => IntegerLiteral(ScalarKind.DateTime, microseconds);

    // What does not fit 32 bits is a UInt64: greatest() of an Int64 and a UInt64 is a UInt64, and what is chosen of one and of a number below zero is no number at all.
    internal override SqlExpression IntegerLiteral(ScalarKind kind, long value) =>
        value > uint.MaxValue ? SqlCall.Of("toInt64", SqlMake.Long(value)) : SqlMake.Long(value);

    internal override SqlExpression DateLiteral(int days) => SqlMake.Long(days);

    internal override SqlExpression Before(SqlExpression instant, long microseconds) => SqlMake.Subtract(instant, SqlMake.Long(microseconds));

    internal override SqlExpression FloorTo(SqlExpression instant, long microseconds) =>
        SqlMake.Subtract(instant, ClickHouseFunctions.Modulo(instant, microseconds));

    // Of a type that has no null lead() gives a zero where there is no next row.
    internal override SqlExpression Next(SqlExpression value, EquatableArray<SqlExpression> partitionBy, EquatableArray<SqlOrder> orderBy) =>
        base.Next(SqlCall.Of("toNullable", value), partitionBy, orderBy);

    internal override SqlExpression After(SqlExpression instant, long microseconds) => SqlMake.Add(instant, SqlMake.Long(microseconds));

    // Sums and products of 32 bits are 64 bits wide by themselves; those of 64 bits must be told.
    internal override SqlExpression Arithmetic(Binary node, SqlExpression left, SqlExpression right)
    {
        var isLong = node.Type.Kind is ScalarKind.Int64;
        var (l, r) = isLong ? (Wide(left), Wide(right)) : (left, right);
        var plain = node.Operator switch
        {
            BinaryOperator.Add => SqlMake.Add(l, r),
            BinaryOperator.Subtract => SqlMake.Subtract(l, r),
            _ => SqlMake.Multiply(l, r),
        };
        return node.Type.Kind switch
        {
            _ when node.Type.IsInteger => Checked(plain, node.Type.Kind),

            // Two lengths of time that .NET holds cannot overflow 64 bits of microseconds, but they can overflow .NET's ticks.
            ScalarKind.TimeSpan when node.Left.Type.Kind is ScalarKind.TimeSpan => CheckedSpan(plain),
            ScalarKind.DateTime when !ScalarTraversal.StaysInTime(node) => CheckedInstant(plain),
            _ => plain,
        };
    }

    // intDiv truncates. MinValue ÷ −1 fails where −1 is a column, and wraps where it is a constant: so it is computed one size wider. What is divided by is never
    // zero where C# divides, but ClickHouse may divide where C# does not: what stands in both branches of a CASE it computes for all rows, whatever guards it there.
    internal override SqlExpression IntegerDivide(ScalarKind kind, SqlExpression left, SqlExpression right)
    {
        if (IsHarmless(right))
        {
            return SqlCall.Of("intDiv", Exact(kind, left), Exact(kind, right));
        }

        SqlExpression Wider(SqlExpression operand) => kind is ScalarKind.Int32 ? SqlCall.Of("toInt64", operand) : Wide(operand);
        return Checked(SqlCall.Of("intDivOrZero", Wider(left), Wider(right)), kind);
    }

    // A signed number % an unsigned one is taken as unsigned: −7 % 3 would be 0. C# fails on MinValue % −1 as on the quotient.
    internal override SqlExpression Remainder(Binary node, SqlExpression left, SqlExpression right)
    {
        var (dividend, divisor) = (Exact(node.Type.Kind, left), Exact(node.Type.Kind, right));
        return IsHarmless(right)
            ? new SqlBinary(SqlPrecedence.Multiplicative, "%", dividend, divisor)
            : SqlMake.Add(SqlMake.Multiply(IntegerDivide(node.Type.Kind, left, right), SqlMake.Zero), SqlCall.Of("moduloOrZero", dividend, divisor));
    }

    internal override SqlExpression Bitwise(BinaryOperator op, SqlExpression left, SqlExpression right) => SqlCall.Of(
        op switch
        {
            BinaryOperator.BitAnd => "bitAnd",
            BinaryOperator.BitOr => "bitOr",
            BinaryOperator.BitXor => "bitXor",
            BinaryOperator.ShiftRight => "bitShiftRight",
            _ => throw new ArgumentOutOfRangeException(nameof(op), op, "No bit operator."),
        },
        left,
        right);

    internal override SqlExpression Negate(ScalarKind kind, SqlExpression operand) => kind switch
    {
        ScalarKind.Int32 => Checked(new SqlPrefix(SqlPrecedence.Sign, "-", SqlCall.Of("toInt64", operand)), kind),
        ScalarKind.Int64 => Checked(new SqlPrefix(SqlPrecedence.Sign, "-", Wide(operand)), kind),
        _ => new SqlPrefix(SqlPrecedence.Sign, "-", operand),
    };

    internal override SqlExpression Convert(ScalarKind from, ScalarKind to, SqlExpression operand) => (from, to) switch
    {
        _ when from == to => operand,
        (ScalarKind.Single or ScalarKind.Double, ScalarKind.Int32 or ScalarKind.Int64) => Checked(SqlCall.Of("trunc", operand), to),
        (ScalarKind.Int64, ScalarKind.Int32) => Checked(operand, to),
        _ => new SqlCast(operand, TypeName(to)),
    };

    // Types of results follow from those of operands: a comparison is a UInt8, a sum of two Int32 an Int64. Operators here trust a column to be of its kind's type.
    internal override SqlExpression AsColumn(ScalarType type, SqlExpression value) =>
        TypeName(type.Kind) == "String" ? value : new SqlCast(value, TypeName(type.Kind));

    internal override SqlExpression Function(Call node, EquatableArray<SqlExpression> arguments) =>
        ClickHouseFunctions.Translate(this, node, arguments);

    internal override SqlExpression IsNotDistinct(SqlExpression left, SqlExpression right, bool isNegated) =>
        SqlMake.Compare(left, isNegated ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM", right);

    internal override SqlExpression NullIfNaN(SqlExpression operand) =>
        SqlMake.When(SqlMake.Not(SqlCall.Of("isNaN", operand)), operand);

    // char() makes bytes; so do these escapes, which are the character's UTF-8.
    internal override SqlExpression Character(char character) => new SqlAtom(
        "'" + string.Concat(System.Text.Encoding.UTF8.GetBytes(character.ToString()).Select(b => "\\x" + b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))) + "'");

    internal override SqlExpression IsFinite(SqlExpression operand) => SqlCall.Of("isFinite", operand);

    internal override SqlExpression Earlier(SqlExpression left, SqlExpression right) => SqlCall.Of("least", left, right);

    internal override SqlExpression Aggregate(AggregateRequest aggregate) => ClickHouseAggregates.Translate(aggregate);

    internal override SqlExpression Finish(Aggregate aggregate, SqlExpression value) => aggregate.Kind switch
    {
        AggregateKind.Sum when aggregate.Type.Kind is ScalarKind.Vector => value,
        AggregateKind.Sum when aggregate.Type.Kind is ScalarKind.TimeSpan => CheckedSpan(Checked(value, ScalarKind.Int64)),
        AggregateKind.Sum when !aggregate.Type.IsFloating => Checked(value, aggregate.Type.Kind),
        AggregateKind.Mode => ClickHouseAggregates.MostFrequent(value),
        AggregateKind.FirstK or AggregateKind.LatestK or AggregateKind.TopK or AggregateKind.CountBy or AggregateKind.SumBy =>
            ClickHouseComposites.Json(aggregate, value),
        _ => value,
    };

    internal override SqlExpression ZeroVector(int length) => new SqlAtom("'[" + string.Join(",", Enumerable.Repeat("0", length)) + "]'");

    // JSON, as totals of vectors are.
    internal override SqlExpression UnitVector(int length, int place) => new SqlAtom("'[" + UnitNumbers(length, place) + "]'");

    internal override void JoinAsOf(HistoryBuilder history, AsOfJoinRequest join)
    {
        // What ClickHouse folds to a constant is no key to it ("false ? a : 'x'"): a computed key is made a column first.
        if (join.Keys.Any(k => k is not SqlColumn))
        {
            var times = new[] { join.EventTime, join.KnownTime }.OfType<SqlExpression>();
            var asked = history.Stage($"the rows so far, each with what it asks {join.Dimension.Name} for", join.Keys.Concat(times).ToList());
            var count = join.Keys.Count;
            join = join with
            {
                Keys = asked.Take(count).ToEquatableArray(), EventTime = asked[count], KnownTime = join.KnownTime is null ? null : asked[count + 1],
            };
        }

        if (join.ChecksIngestTime)
        {
            DuckDbAsOfJoin.AmongKnown(history, join);
        }
        else
        {
            DuckDbAsOfJoin.Native(this, history, join);
        }
    }

    internal override EquatableArray<string> Setup(ViewPlan view) => EquatableArray.Of<string>();

    /// <summary>Fails where an integer or an integral double does not fit a kind.</summary>
    internal static SqlExpression Checked(SqlExpression value, ScalarKind kind) =>
        SqlCall.Of("accurateCast", value, new SqlAtom("'" + ClickHouseText.TypeOf(kind) + "'"));

    internal static SqlExpression Wide(SqlExpression value) =>
        SqlCall.Of("toInt128", value is SqlCall { Function: "toInt64", Arguments: { Count: 1 } literal } && literal[0] is SqlAtom ? literal[0] : value);

    private static bool IsHarmless(SqlExpression divisor) => divisor is SqlAtom { Text: not "-1" };

    /// <summary>An integer of exactly its kind's type: a literal is of the smallest, often unsigned one that holds it, and so is what is made of literals.</summary>
    internal static SqlExpression Exact(ScalarKind kind, SqlExpression value) =>
        value is SqlColumn or SqlCall { Function: "accurateCast" } ? value
        : SqlCall.Of(kind is ScalarKind.Int32 ? "toInt32" : "toInt64", value);
}
