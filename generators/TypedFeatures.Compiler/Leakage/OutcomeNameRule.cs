using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>A guess: a column of events that is called like what models predict, and is not marked as known after the outcome.</summary>
internal static class OutcomeNameRule
{
    public static void Check(LeakSubject subject, IEnumerable<Dependency> dependencies, LeakReport report)
    {
        foreach (var dependency in dependencies.Where(d => d is { Path.Length: 1, Source.Kind: SourceKind.Event, Column: { Role: ColumnRole.Value, IsKnownAfterOutcome: false } } && LikelyNames.IsOutcome(d.Column.Property)))
        {
            report.At(subject, LeakageRules.OutcomeByName, dependency, path =>
                $"{subject.Text} depends on '{dependency.Column.Property}', which by its name says how things turned out: {path}. If it does, mark it [KnownAfterOutcome] and leave it to labels; if it is known with the event, another name would say so.");
        }
    }
}
