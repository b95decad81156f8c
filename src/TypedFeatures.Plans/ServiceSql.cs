using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>The SQL of one feature service on one engine. What each text yields is said on the runtime's <c>ServicePlans</c>.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Training">One row per spine row, in spine order.</param>
/// <param name="TrainingKnowingEverything">The same with every row known at its event time.</param>
/// <param name="Setup">Statements that make these fast.</param>
public sealed record ServiceSql(string Engine, string Training, string TrainingKnowingEverything, EquatableArray<string> Setup)
{
    /// <summary>Lowers and prints a service.</summary>
    public static ServiceSql Print(ServicePlan service, SqlDialect dialect)
    {
        var lowering = new ServiceLowering(service, dialect);
        string Text(bool knowsEverything) => SqlPrinter.Print(lowering.Training(knowsEverything), dialect);
        return new ServiceSql(
            dialect.Engine,
            Text(knowsEverything: false),
            Text(knowsEverything: true),
            service.Views.SelectMany(v => dialect.SetupWithViews(v.View)).Distinct().ToEquatableArray());
    }
}
