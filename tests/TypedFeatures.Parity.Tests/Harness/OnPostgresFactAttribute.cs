using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>A test of PostgreSQL alone; reported as skipped where no server is installed.</summary>
public sealed class OnPostgresFactAttribute : FactAttribute
{
    public OnPostgresFactAttribute() => Skip = Engines.All.Contains(Engines.Postgres) ? null : "PostgreSQL is not installed; apt-get install -y postgresql-15.";
}
