using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Binding;

/// <summary>What <c>[FeatureService]</c> and the record's declaration say.</summary>
/// <param name="Name">The name in the registry.</param>
/// <param name="Version">From 1.</param>
/// <param name="Owner">Who answers for it; empty where nobody is named.</param>
internal sealed record ServiceHeader(string Name, int Version, string Owner)
{
    /// <summary>The names of generated members.</summary>
    private static readonly string[] Reserved = ["Service", "Spine", "Request", "Row", "FeatureNames", "CopyTo", "ToRow"];

    public static ServiceHeader Bind(INamedTypeSymbol service, AttributeData attribute, BindingContext context)
    {
        RecordShape.Check(service, Rules.ServiceDeclaration, context);
        foreach (var member in service.GetMembers().Where(m => Reserved.Contains(m.Name) && !Declarations.IsGenerated(m)))
        {
            context.Report(Rules.ServiceDeclaration, Declarations.LocationOf(member), $"'{member.Name}' is the name of a generated member of '{service.Name}'. Choose another.");
        }

        var place = Attributes.LocationOf(attribute, service, context.Cancellation);
        var name = Attributes.Text(attribute) ?? "";
        if (!Naming.IsValid(name))
        {
            context.Report(Rules.ServiceDeclaration, place, $"'{name}' cannot name a feature service. Use letters, digits and single underscores, at most 63, not starting with a digit.");
        }

        var version = Attributes.Named(attribute, "Version") is int given ? given : 1;
        if (version < 1)
        {
            context.Report(Rules.ServiceDeclaration, place, $"Version {version} of '{name}' must be 1 or more.");
        }

        return new ServiceHeader(name, version, Attributes.Named(attribute, "Owner") as string ?? "");
    }
}
