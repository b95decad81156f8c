using TypedFeatures.DuckDb;

namespace TypedFeatures.Samples.Tests;

/// <summary>Skipped where DuckDB's native library is missing.</summary>
public sealed class DuckDbTheoryAttribute : TheoryAttribute
{
    public DuckDbTheoryAttribute() => Skip = DuckDbNative.UnavailableReason;
}
