using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>A service with its SQL and its hash: all the emitter needs.</summary>
/// <param name="Service">The service as bound.</param>
/// <param name="ContractHash">The hash of its normalised definition.</param>
/// <param name="Sql">The SQL of every engine.</param>
public sealed record PrintedService(BoundService Service, string ContractHash, EquatableArray<ServiceSql> Sql)
{
    /// <summary>Normalises, hashes, lowers and prints a service for every engine.</summary>
    public static PrintedService Of(BoundService service) =>
        new(service, Plans.ContractHash.Of(service.Plan), SqlDialect.All.Select(d => ServiceSql.Print(service.Plan, d)).ToEquatableArray());
}
