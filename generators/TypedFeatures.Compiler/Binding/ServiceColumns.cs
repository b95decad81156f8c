using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>The names of a service's columns, which stand side by side in its spine, its training sets and its files.</summary>
internal static class ServiceColumns
{
    private const int LongestName = 63;

    /// <summary>Reports two columns of one name, one that is the store's own, and one whose name is too long for an engine.</summary>
    public static void Check(INamedTypeSymbol service, ServicePlan plan, BindingContext context)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["ordinal"] = "the store", ["as_of"] = "the store", ["found"] = "the store",
        };
        foreach (var (column, property) in ColumnsOf(plan))
        {
            var place = service.GetMembers(property).FirstOrDefault() is { } member ? Declarations.LocationOf(member) : Declarations.LocationOf(service);
            if (taken.TryGetValue(column, out var other))
            {
                context.Report(Rules.ServiceDeclaration, place, $"The column '{column}' of '{property}' is one of '{other}' already. Give one of them another name with [Column(\"…\")].");
            }
            else if (column.Length > LongestName)
            {
                context.Report(Rules.ServiceDeclaration, place, $"The column '{column}' is longer than {LongestName} characters, which PostgreSQL would cut. Give '{property}' a shorter name with [Column(\"…\")].");
            }

            taken[column] = property;
        }

        foreach (var name in plan.Keys.Select(k => k.Property).Concat(plan.Requests.Select(r => r.Property)).GroupBy(n => n).Where(g => g.Count() > 1 || g.Key == "AsOf"))
        {
            context.Report(Rules.ServiceKey, Declarations.LocationOf(service), $"'{name.Key}' is more than one member of the generated Request and Spine. Rename the input, or give the view a role with [Role(\"…\")].");
        }
    }

    private static IEnumerable<(string Column, string Property)> ColumnsOf(ServicePlan plan) =>
        plan.Keys.Select(k => (k.Name, k.Property))
            .Concat(plan.Requests.Select(r => (r.Name, r.Property)))
            .Concat(plan.Views.SelectMany(v => v.View.Features.Select(f => (v.ColumnOf(f), v.Property))))
            .Concat(plan.OnDemand.Select(f => (f.Name, f.Property)));
}
