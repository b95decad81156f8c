namespace TypedFeatures.Plans.Sql;

/// <summary>A query. Immutable: lowering builds one, the printer spells it.</summary>
public sealed record SqlSelect
{
    /// <summary>Named queries that come first, in order; later ones may read earlier ones.</summary>
    public EquatableArray<SqlCommonTable> With { get; init; }

    /// <summary>What it yields.</summary>
    public required EquatableArray<SqlOutput> Outputs { get; init; }

    /// <summary>What it reads.</summary>
    public required SqlTable From { get; init; }

    /// <summary>What it joins, in order.</summary>
    public EquatableArray<SqlJoin> Joins { get; init; }

    /// <summary>Which rows, as a conjunction.</summary>
    public EquatableArray<SqlExpression> Where { get; init; }

    /// <summary>The grouping.</summary>
    public EquatableArray<SqlExpression> GroupBy { get; init; }

    /// <summary>A condition on window functions; DuckDB and ClickHouse only.</summary>
    public SqlExpression? Qualify { get; init; }

    /// <summary>Further queries of the same columns, whose rows come too.</summary>
    public EquatableArray<SqlSelect> UnionAll { get; init; }

    /// <summary>The order.</summary>
    public EquatableArray<SqlOrder> OrderBy { get; init; }

    /// <summary>At most so many rows.</summary>
    public int? Limit { get; init; }
}

/// <summary>A named query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query.</param>
/// <param name="Comment">Why it is there, one line.</param>
/// <param name="IsMaterialized">Whether to compute it once and keep it.</param>
public sealed record SqlCommonTable(string Name, SqlSelect Query, string Comment, bool IsMaterialized = false);

/// <summary>A column of a result; without alias where the expression already has the name.</summary>
public sealed record SqlOutput(SqlExpression Value, string Name);

/// <summary>A table or named query, with an alias.</summary>
public sealed record SqlTable(string Name, string Alias)
{
    /// <summary>The query that stands here in place of the name, where there is one.</summary>
    public SqlSelect? Query { get; init; }
}

/// <summary>A join.</summary>
/// <param name="Keyword">How: <c>JOIN</c>, <c>LEFT JOIN</c>, <c>ASOF JOIN</c>, …</param>
/// <param name="Table">What.</param>
/// <param name="On">The condition, as a conjunction.</param>
public sealed record SqlJoin(string Keyword, SqlTable Table, EquatableArray<SqlExpression> On);
