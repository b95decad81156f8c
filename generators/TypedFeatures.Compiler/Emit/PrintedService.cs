using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>A service with its SQL and its hash: all the emitter needs.</summary>
/// <param name="Service">The service as bound.</param>
/// <param name="ContractHash">The hash of its normalised definition.</param>
/// <param name="Sql">The SQL of every engine that the project targets and that takes the service and its views.</param>
public sealed record PrintedService(BoundService Service, string ContractHash, EquatableArray<ServiceSql> Sql)
{
    /// <summary>
    /// Normalises, hashes, lowers and prints a service for the targeted engines. One that refuses something of it or of its views gets no plan rather
    /// than a wrong one; the analyzers say so.
    /// </summary>
    public static PrintedService Of(BoundService service, EngineTargets targets) => new(
        service,
        Plans.ContractHash.Of(service.Plan),
        targets.Dialects
            .Where(d => service.Plan.Views.All(v => d.Capabilities.RefusalsOf(v.View).Count == 0) && d.Capabilities.RefusalsOf(service.Plan).Count == 0)
            .Select(d => ServiceSql.Print(service.Plan, d))
            .ToEquatableArray());
}
