namespace TypedFeatures.DuckDb.Tests;

/// <summary>A test that needs DuckDB's native library; reported as skipped where it is not installed.</summary>
public sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute()
    {
        if (!DuckDbNative.IsAvailable)
        {
            Skip = DuckDbNative.UnavailableReason;
        }
    }
}

/// <summary>A theory that needs DuckDB's native library; reported as skipped where it is not installed.</summary>
public sealed class DuckDbTheoryAttribute : TheoryAttribute
{
    public DuckDbTheoryAttribute()
    {
        if (!DuckDbNative.IsAvailable)
        {
            Skip = DuckDbNative.UnavailableReason;
        }
    }
}
