namespace TypedFeatures.Plans.Sql;

/// <summary>Short names for the nodes lowering makes most.</summary>
internal static class SqlMake
{
    public static readonly SqlExpression Zero = new SqlAtom("0");
    public static readonly SqlExpression True = new SqlAtom("TRUE");
    public static readonly SqlExpression False = new SqlAtom("FALSE");
    public static readonly SqlExpression Null = new SqlAtom("NULL");
    public static readonly SqlExpression Star = new SqlAtom("*");

    public static SqlExpression Compare(SqlExpression left, string op, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Comparison, op, left, right);

    public static SqlExpression Equal(SqlExpression left, SqlExpression right) => Compare(left, "=", right);

    public static SqlExpression Add(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Additive, "+", left, right);

    public static SqlExpression Subtract(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Additive, "-", left, right);

    public static SqlExpression Multiply(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Multiplicative, "*", left, right);

    public static SqlExpression Divide(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlPrecedence.Multiplicative, "/", left, right);

    public static SqlExpression Concat(SqlExpression left, SqlExpression right) => new SqlBinary(SqlPrecedence.Additive, "||", left, right);

    public static SqlExpression And(SqlExpression left, SqlExpression right) => new SqlBinary(SqlPrecedence.And, "AND", left, right);

    public static SqlExpression Or(SqlExpression left, SqlExpression right) => new SqlBinary(SqlPrecedence.Or, "OR", left, right);

    public static SqlExpression Not(SqlExpression operand) => new SqlPrefix(SqlPrecedence.Not, "NOT", operand);

    public static SqlExpression? All(IEnumerable<SqlExpression> conditions) =>
        conditions.Aggregate((SqlExpression?)null, (all, next) => all is null ? next : And(all, next));

    public static SqlExpression When(SqlExpression test, SqlExpression value, SqlExpression? otherwise = null) =>
        new SqlCase(EquatableArray.Of(new SqlWhen(test, value)), otherwise);

    public static SqlExpression Coalesce(SqlExpression value, SqlExpression otherwise) => SqlCall.Of("coalesce", value, otherwise);

    public static SqlExpression Long(long value) => new SqlAtom(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
