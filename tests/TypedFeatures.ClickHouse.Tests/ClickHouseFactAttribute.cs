namespace TypedFeatures.ClickHouse.Tests;

/// <summary>A test that needs ClickHouse's engine; reported as skipped where its library is not installed.</summary>
public sealed class ClickHouseFactAttribute : FactAttribute
{
    public ClickHouseFactAttribute() => Skip = ClickHouseServer.MissingReason;
}

/// <summary>A theory that needs ClickHouse's engine; reported as skipped where its library is not installed.</summary>
public sealed class ClickHouseTheoryAttribute : TheoryAttribute
{
    public ClickHouseTheoryAttribute() => Skip = ClickHouseServer.MissingReason;
}
