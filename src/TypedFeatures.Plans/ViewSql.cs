using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>The SQL of one view on one engine. What each text yields is said on the runtime's <c>EnginePlans</c>.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Training">One row per spine row, in spine order.</param>
/// <param name="TrainingKnowingEverything">The same with every row known at its event time.</param>
/// <param name="Snapshot">One row per found entity.</param>
/// <param name="StateFeed">The rows online states are built from.</param>
/// <param name="StateFeedOfKeys">The same for the entities of the spine.</param>
/// <param name="Setup">Statements that make these fast.</param>
public sealed record ViewSql(
    string Engine,
    string Training,
    string TrainingKnowingEverything,
    string Snapshot,
    string StateFeed,
    string StateFeedOfKeys,
    EquatableArray<string> Setup)
{
    /// <summary>Lowers and prints a view.</summary>
    public static ViewSql Print(ViewPlan view, SqlDialect dialect)
    {
        var lowering = new ViewLowering(OnlinePlan.From(view), dialect);
        string Text(SqlSelect query) => SqlPrinter.Print(query, dialect);
        return new ViewSql(
            dialect.Engine,
            Text(lowering.Training(knowsEverything: false)),
            Text(lowering.Training(knowsEverything: true)),
            Text(lowering.Snapshot()),
            Text(lowering.StateFeed(onlySpineKeys: false)),
            Text(lowering.StateFeed(onlySpineKeys: true)),
            dialect.SetupWithViews(view));
    }
}
