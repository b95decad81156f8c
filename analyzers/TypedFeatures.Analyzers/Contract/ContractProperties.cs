using System.Collections.Immutable;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Analyzers.Contract;

/// <summary>What diagnostics of contracts carry for code fixes.</summary>
public static class ContractProperties
{
    /// <summary>What changed, a <see cref="ContractChangeKind"/>.</summary>
    public const string Kind = "ContractChange";

    /// <summary>The id of the feature; absent where it concerns the definition.</summary>
    public const string Feature = "Feature";

    /// <summary>The properties of a change.</summary>
    public static ImmutableDictionary<string, string?> Of(ContractChange? change)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (change is not null)
        {
            properties = properties.Add(Kind, change.Kind.ToString());
            properties = change.Feature is { } feature ? properties.Add(Feature, feature) : properties;
        }

        return properties;
    }
}
