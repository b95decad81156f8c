using Xunit;

namespace TypedFeatures.Tests;

/// <summary>A test that needs a PostgreSQL server; reported as skipped where none is installed.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.MissingReason;
}

/// <summary>A theory that needs a PostgreSQL server; reported as skipped where none is installed.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresServer.MissingReason;
}
