using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Which C# types are vectors, lists and maps, and of what.</summary>
internal static class CompositeTypes
{
    private const int LongestVector = 4096;

    /// <summary>The type of a property: of a vector with its length, of a decimal with its digits.</summary>
    public static ScalarType? TryMap(IPropertySymbol property, out string problem) =>
        ScalarTypes.TryMap(property.Type, out problem) is not { } type ? null
        : type.Kind == ScalarKind.Vector ? type with { Length = LengthOf(property) ?? 0 }
        : DecimalDeclaration.Apply(property, type);

    /// <summary>The scalar type of a property, where a vector, list or map has no place.</summary>
    public static ScalarType? TryMapScalar(IPropertySymbol property, out string problem)
    {
        var mapped = TryMap(property, out problem);
        if (mapped is { IsComposite: true })
        {
            problem = $"'{property.Type.ToDisplayString()}' is a vector, list or map, which a view may have as a feature; here only scalars stand.";
            return null;
        }

        return mapped;
    }

    /// <summary>The composite type of a C# type as declared; a vector's length is not known from it.</summary>
    public static ScalarType? TryMap(ITypeSymbol type)
    {
        var mapped = type switch
        {
            IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Single } => new ScalarType(ScalarKind.Vector),
            INamedTypeSymbol { Arity: 1 } list when IsNamed(list, "FeatureList", "IReadOnlyList") =>
                Part(list.TypeArguments[0]) is { } element ? ScalarType.ListOf(element) : null,
            INamedTypeSymbol { Arity: 2 } map when IsNamed(map, "FeatureMap", "IReadOnlyDictionary") =>
                Part(map.TypeArguments[0]) is { } key && Part(map.TypeArguments[1]) is { Kind: ScalarKind.Int64 or ScalarKind.Double } value
                    ? ScalarType.MapOf(key, value)
                    : null,
            _ => null,
        };

        // What says nothing of null (#nullable disable) may be null.
        return mapped is not null && type.NullableAnnotation != NullableAnnotation.NotAnnotated ? mapped.Nullable : mapped;
    }

    /// <summary>Reports a vector without length, or a length on what is no vector.</summary>
    /// <returns>False where something was reported.</returns>
    public static bool CheckVector(IPropertySymbol property, BindingContext context)
    {
        var isVector = property.Type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Single };
        var attribute = Attributes.Find(property, "Vector");
        if (!isVector && attribute is null)
        {
            return true;
        }

        var length = LengthOf(property);
        var problem = !isVector ? $"'{property.Name}' is '{property.Type.ToDisplayString()}', and [Vector] says how long a float[] is. Declare it as float[]."
            : attribute is null ? $"'{property.Name}' is a float[] of no known length. Say how many numbers it always has: [Vector(128)]."
            : length is < 1 or > LongestVector or null ? $"'{property.Name}' has [Vector({length})]; a vector has 1 to {LongestVector} numbers."
            : null;
        if (problem is not null)
        {
            context.Report(Rules.VectorLength, Declarations.LocationOf(property), problem);
        }

        return problem is null;
    }

    private static int? LengthOf(IPropertySymbol property) =>
        Attributes.Find(property, "Vector")?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: int length } ? length : null;

    private static ScalarType? Part(ITypeSymbol type) => ScalarTypes.TryMap(type) is { IsComposite: false, IsNullable: false } part ? part : null;

    private static bool IsNamed(INamedTypeSymbol type, string ours, string theirs) =>
        (type.Name == ours && type.ContainingNamespace is { Name: "TypedFeatures", ContainingNamespace.IsGlobalNamespace: true })
        || (type.Name == theirs && type.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } });
}
