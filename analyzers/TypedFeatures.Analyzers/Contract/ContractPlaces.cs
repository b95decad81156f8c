using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Analyzers.Contract;

/// <summary>Where in the code a change is shown: at the property of its feature, else at the record.</summary>
internal sealed class ContractPlaces(INamedTypeSymbol record, DefinitionContract current)
{
    /// <summary>The name of the record.</summary>
    public Location OfRecord => DefinitionContracts.PlaceOf(record);

    /// <summary>The place of a change.</summary>
    public Location Of(ContractChange change)
    {
        var property = current.Features.FirstOrDefault(f => f.Name == change.Column)?.Property;
        return property is not null && record.GetMembers(property).FirstOrDefault() is { } member ? DefinitionContracts.PlaceOf(member) : OfRecord;
    }
}
