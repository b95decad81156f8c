using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>The rules that follow the data through a bound view or service. They leave the plan as it is.</summary>
internal static class LeakageChecks
{
    /// <summary>Checks a feature view. What labels are made of may well come after the outcome.</summary>
    /// <param name="plan">The view.</param>
    /// <param name="features">What its final select assigns.</param>
    /// <param name="body">Its query, to mark where nothing more exact is known.</param>
    /// <param name="binder">What bound it.</param>
    public static void Check(ViewPlan plan, FeaturesValue features, IOperation body, ExpressionBinder binder)
    {
        var report = new LeakReport(binder);
        foreach (var feature in plan.Features)
        {
            var assignment = features.Assignments.First(a => a.Property.Name == feature.Property).Operation;
            var subject = new LeakSubject($"'{feature.Property}'", binder.View.Name + "." + feature.Property, assignment);
            CheckDependencies(subject, Dependencies.Of(plan, feature), [], report);
            IdentityRule.Check(subject, plan, feature, report);
        }

        var rows = new LeakSubject($"Every feature of '{plan.Name}'", binder.View.Name, body);
        var aggregates = plan.Features.SelectMany(f => f.Value.DescendantsAndSelf()).OfType<Aggregate>().ToList();
        CheckDependencies(rows, Dependencies.OfRows(plan), aggregates, report);
    }

    /// <summary>Checks the on-demand features of a service.</summary>
    /// <param name="plan">The service.</param>
    /// <param name="properties">Its on-demand properties.</param>
    /// <param name="binder">What bound them.</param>
    public static void Check(ServicePlan plan, IEnumerable<IPropertySymbol> properties, ExpressionBinder binder)
    {
        var report = new LeakReport(binder);
        foreach (var property in properties)
        {
            if (plan.OnDemand.FirstOrDefault(f => f.Property == property.Name) is { } feature)
            {
                var subject = new LeakSubject($"'{property.Name}'", binder.View.Name + "." + property.Name, Declarations.LocationOf(property));
                OutcomeRule.Check(subject, Dependencies.Of(plan, feature.Value), [], report);
                IdentityRule.Check(subject, feature, report);
            }
        }
    }

    private static void CheckDependencies(LeakSubject subject, IEnumerable<Dependency> found, IReadOnlyCollection<Aggregate> aggregates, LeakReport report)
    {
        // Followed once, for all rules.
        var dependencies = found.ToList();
        OutcomeRule.Check(subject, dependencies, aggregates, report);
        OutcomeNameRule.Check(subject, dependencies, report);
        IngestTimeRule.Check(subject, dependencies, report);
    }
}

/// <summary>What leaks.</summary>
/// <param name="Text">How a message begins.</param>
/// <param name="Name">Its C# name, where a path begins.</param>
/// <param name="Place">What to mark where no read is known.</param>
internal sealed record LeakSubject(string Text, string Name, Location Place)
{
    public LeakSubject(string text, string name, IOperation place)
        : this(text, name, place.Syntax.GetLocation())
    {
    }
}

/// <summary>Says what leaks, at the reads by which it does.</summary>
internal sealed class LeakReport(ExpressionBinder binder)
{
    /// <summary>Reports at every read of a leaf; the message is made of the path.</summary>
    public void At(LeakSubject subject, DiagnosticDescriptor rule, Dependency dependency, Func<string, string> message, ImmutableDictionary<string, string?>? facts = null)
    {
        var sites = binder.Sites.Of(dependency.Leaf);
        foreach (var site in sites)
        {
            binder.Context.Report(rule, site.Operation.Syntax.GetLocation(), message(PathOf(subject, site.Through, dependency)), facts);
        }

        if (sites.Count == 0)
        {
            binder.Context.Report(rule, subject.Place, message(PathOf(subject, [], dependency)));
        }
    }

    /// <summary>Reports at the subject itself.</summary>
    public void At(LeakSubject subject, DiagnosticDescriptor rule, string message) => binder.Context.Report(rule, subject.Place, message);

    private static string PathOf(LeakSubject subject, ImmutableArray<string> through, Dependency dependency) =>
        string.Join(" ← ", through.Insert(0, subject.Name).Concat(dependency.Path));
}
