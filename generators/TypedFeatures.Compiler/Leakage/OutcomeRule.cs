using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>
/// What is known only after the outcome must not be a part of what predicts it: no column marked <c>[KnownAfterOutcome]</c>, by whatever path. One whose outcomes
/// are final after a known time may be aggregated over windows that end so much earlier.
/// </summary>
internal static class OutcomeRule
{
    /// <summary>Checks what something depends on.</summary>
    /// <param name="subject">What it is.</param>
    /// <param name="dependencies">Where its data comes from.</param>
    /// <param name="aggregates">Over what is read within no aggregate: what decides the rows is as good as an argument of every aggregate over them.</param>
    /// <param name="report">Takes what leaks.</param>
    public static void Check(LeakSubject subject, IEnumerable<Dependency> dependencies, IReadOnlyCollection<Aggregate> aggregates, LeakReport report)
    {
        foreach (var dependency in dependencies.Where(d => d.Column.IsKnownAfterOutcome))
        {
            var read = dependency.Within is { } own ? [own] : aggregates;
            if (dependency.Column.MaturesAfter is { } maturity && read.Count > 0)
            {
                foreach (var aggregate in read)
                {
                    CheckLag(subject, dependency, maturity, aggregate, report);
                }
            }
            else
            {
                Report(subject, dependency, report);
            }
        }
    }

    private static void CheckLag(LeakSubject subject, Dependency dependency, long maturity, Aggregate aggregate, LeakReport report)
    {
        if (aggregate.Window.Offset < maturity)
        {
            report.At(
                subject,
                LeakageRules.ImmatureOutcome,
                dependency,
                path => $"{subject.Text} aggregates an outcome over a window that ends {DurationText.Readable(aggregate.Window.Offset)} before the as-of, and outcomes of '{dependency.Column.Property}' are final after "
                + $"{DurationText.Readable(maturity)}: {path}. End the window so much earlier: g.Last(length, offset: …).",
                FixFacts.Of(FixFacts.Maturity, maturity));
        }
    }

    private static void Report(LeakSubject subject, Dependency dependency, LeakReport report) =>
        report.At(subject, LeakageRules.KnownAfterOutcome, dependency, path =>
            $"{subject.Text} depends on '{dependency.Source.Name}.{dependency.Column.Name}', which is known after the outcome: {path}. A model trained on it knows its answers. "
            + "Leave it out; as what is to be predicted it belongs in a [Label].");
}
