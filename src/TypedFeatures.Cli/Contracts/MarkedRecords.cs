using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TypedFeatures.Cli.Contracts;

/// <summary>Finds the records that are marked as definitions in an assembly, without loading it.</summary>
internal static class MarkedRecords
{
    private static readonly HashSet<string> Marks = ["FeatureViewAttribute", "FeatureTableAttribute", "LabelAttribute", "FeatureServiceAttribute"];

    /// <summary>Their full C# names.</summary>
    public static IReadOnlyList<string> Read(string assembly)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(t => IsMarked(metadata, t)).Select(t => NameOf(metadata, t))];
    }

    private static bool IsMarked(MetadataReader metadata, TypeDefinition type) => type.GetCustomAttributes()
        .Select(metadata.GetCustomAttribute)
        .Where(a => a.Constructor.Kind is HandleKind.MemberReference)
        .Select(a => metadata.GetMemberReference((MemberReferenceHandle)a.Constructor).Parent)
        .Where(p => p.Kind is HandleKind.TypeReference)
        .Select(p => metadata.GetTypeReference((TypeReferenceHandle)p))
        .Any(r => metadata.StringComparer.Equals(r.Namespace, "TypedFeatures") && Marks.Contains(metadata.GetString(r.Name)));

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        var (space, name) = (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
        return space.Length == 0 ? name : space + "." + name;
    }
}
