namespace TypedFeatures.Plans.Sql;

/// <summary>A scalar SQL expression.</summary>
public abstract record SqlExpression;

/// <summary>A column, qualified by its relation's alias where there is one.</summary>
public sealed record SqlColumn(string? Relation, string Name) : SqlExpression;

/// <summary>Text a dialect spelled that stands alone: a literal, a parameter, <c>*</c>.</summary>
public sealed record SqlAtom(string Text) : SqlExpression;

/// <summary>How tightly an operator binds; higher binds tighter.</summary>
public enum SqlPrecedence
{
    /// <summary><c>OR</c></summary>
    Or = 1,

    /// <summary><c>AND</c></summary>
    And,

    /// <summary><c>NOT</c></summary>
    Not,

    /// <summary>Comparison, <c>IS</c>, <c>IN</c></summary>
    Comparison,

    /// <summary><c>+ -</c></summary>
    Additive,

    /// <summary><c>* / %</c></summary>
    Multiplicative,

    /// <summary>Arithmetic sign</summary>
    Sign,

    /// <summary>Everything that needs no parentheses</summary>
    Primary,
}

/// <summary>An infix operator; left-associative.</summary>
public sealed record SqlBinary(SqlPrecedence Precedence, string Operator, SqlExpression Left, SqlExpression Right) : SqlExpression;

/// <summary>A prefix operator: <c>NOT</c> or <c>-</c>; in parentheses also <c>SELECT</c> of a value alone.</summary>
public sealed record SqlPrefix(SqlPrecedence Precedence, string Operator, SqlExpression Operand) : SqlExpression;

/// <summary><c>IS NULL</c> or <c>IS NOT NULL</c>.</summary>
public sealed record SqlNullTest(SqlExpression Operand, bool IsNegated) : SqlExpression;

/// <summary>A function or aggregate call.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsDistinct">Whether an aggregate takes each value once.</param>
/// <param name="Filter">Which rows an aggregate takes.</param>
public sealed record SqlCall(string Function, EquatableArray<SqlExpression> Arguments, bool IsDistinct = false, SqlExpression? Filter = null)
    : SqlExpression
{
    /// <summary>The order of the rows an ordered-set aggregate speaks of: <c>WITHIN GROUP (ORDER BY …)</c>.</summary>
    public SqlOrder? WithinGroup { get; init; }

    /// <summary>The order in which an aggregate takes its rows: <c>f(x ORDER BY …)</c>.</summary>
    public EquatableArray<SqlOrder> OrderBy { get; init; }

    /// <summary>A call without aggregate options.</summary>
    public static SqlCall Of(string function, params SqlExpression[] arguments) => new(function, arguments.ToEquatableArray());
}

/// <summary><c>CAST(x AS type)</c></summary>
public sealed record SqlCast(SqlExpression Operand, string TypeName) : SqlExpression;

/// <summary><c>CASE WHEN … THEN … ELSE … END</c></summary>
public sealed record SqlCase(EquatableArray<SqlWhen> Branches, SqlExpression? Else) : SqlExpression;

/// <summary>A branch of a <see cref="SqlCase"/>.</summary>
public sealed record SqlWhen(SqlExpression Test, SqlExpression Value);

/// <summary>A text with the collation it is compared by: <c>x COLLATE "C"</c>.</summary>
public sealed record SqlCollated(SqlExpression Text, string Collation) : SqlExpression;

/// <summary>Values as a list: <c>ARRAY[…]</c>.</summary>
public sealed record SqlArray(EquatableArray<SqlExpression> Values) : SqlExpression;

/// <summary>An expression in parentheses of its own, where a grammar wants them though precedence does not.</summary>
public sealed record SqlGrouped(SqlExpression Inner) : SqlExpression;

/// <summary>An element of a list by number, from 1.</summary>
public sealed record SqlElement(SqlExpression List, SqlExpression Index) : SqlExpression;

/// <summary>A function of an item of a list: <c>lambda x: …</c>.</summary>
/// <param name="Parameter">The item's name as it stands in the body.</param>
/// <param name="Body">What it computes.</param>
public sealed record SqlLambda(string Parameter, SqlExpression Body) : SqlExpression;

/// <summary>Several values as one, compared one after the other.</summary>
public sealed record SqlRow(EquatableArray<SqlExpression> Values) : SqlExpression;

/// <summary>Whether a value is among the rows of a query.</summary>
public sealed record SqlIn(SqlExpression Operand, SqlSelect Query) : SqlExpression;

/// <summary>A query that yields one value.</summary>
public sealed record SqlScalarQuery(SqlSelect Query) : SqlExpression;

/// <summary>The number of a row within its partition.</summary>
public sealed record SqlRowNumber(EquatableArray<SqlExpression> PartitionBy, EquatableArray<SqlOrder> OrderBy) : SqlExpression;

/// <summary>A function over the rows of a partition, in an order where it depends on one: <c>lead(x) OVER (…)</c>.</summary>
public sealed record SqlOver(SqlExpression Function, EquatableArray<SqlExpression> PartitionBy, EquatableArray<SqlOrder> OrderBy) : SqlExpression;

/// <summary>A sort key. <paramref name="IsNullable"/> keys spell where nulls go: first ascending, last descending.</summary>
public sealed record SqlOrder(SqlExpression Value, bool IsDescending = false, bool IsNullable = false);
