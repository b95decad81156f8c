using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>
/// When a row was loaded is a fact about pipelines: a backfill gives old rows a new one, and a model that learned from it meets other values when it is served.
/// The view that reads it is told; views that read that view are not told again.
/// </summary>
internal static class IngestTimeRule
{
    public static void Check(LeakSubject subject, IEnumerable<Dependency> dependencies, LeakReport report)
    {
        foreach (var dependency in dependencies.Where(d => d.Column.Role is ColumnRole.IngestTime && d.Path.Length == 1))
        {
            report.At(
                subject,
                LeakageRules.IngestTimeAsValue,
                dependency,
                path => $"{subject.Text} depends on when rows of '{dependency.Source.Name}' were loaded, which a backfill changes: {path}. Read the event time '{dependency.Source.Time.Property}'; what was known when is taken care of by the as-of.",
                FixFacts.Of(FixFacts.EventTime, dependency.Source.Time.Property));
        }
    }
}
