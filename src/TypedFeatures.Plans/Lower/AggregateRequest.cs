using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>An aggregate to spell, as it stands in a grouped query.</summary>
/// <param name="Kind">Which aggregate.</param>
/// <param name="ArgumentType">The type of the argument as it stands here; a long where there is none.</param>
/// <param name="Argument">The value of a row; null for those that count rows.</param>
/// <param name="Filter">Which rows; null for all.</param>
/// <param name="Order">The order of rows, for those that depend on it.</param>
/// <param name="Parameters">What the kind wants besides.</param>
internal sealed record AggregateRequest(
    AggregateKind Kind,
    ScalarType ArgumentType,
    SqlExpression? Argument,
    SqlExpression? Filter,
    EquatableArray<SqlExpression> Order,
    EquatableArray<Constant> Parameters)
{
    /// <summary>A call over the rows of the request.</summary>
    public SqlCall Call(string function, params SqlExpression[] arguments) => new(function, arguments.ToEquatableArray(), Filter: Filter);
}
