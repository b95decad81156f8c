using TypedFeatures.Plans.Lower;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>The SQL of one label on one engine.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Training">One row per spine row, in spine order: of rows whose horizon is over.</param>
/// <param name="Setup">Statements that make it fast.</param>
public sealed record LabelSql(string Engine, string Training, EquatableArray<string> Setup)
{
    /// <summary>Lowers and prints a label.</summary>
    public static LabelSql Print(ViewPlan label, SqlDialect dialect)
    {
        var lowering = new ViewLowering(OnlinePlan.From(label), dialect);
        return new LabelSql(
            dialect.Engine,
            SqlPrinter.Print(lowering.Training(knowsEverything: true), dialect),
            dialect.Setup(label));
    }
}
