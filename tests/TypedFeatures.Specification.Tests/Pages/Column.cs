namespace TypedFeatures.Specification.Tests;

/// <summary>A column of the construct table: a way to compute a feature.</summary>
public enum Column
{
    Reference,
    DuckDb,
    Sqlite,
    Postgres,
    ClickHouse,
    Online,
}
