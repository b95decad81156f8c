using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Contracts;

/// <summary>Reads the contracts that the compiler wrote into an assembly, without loading it: no code of it runs, and its dependencies need not be there.</summary>
public static class AssemblyContracts
{
    /// <summary>
    /// The contracts of an assembly, as a lock file would have them, unreleased; none where it defines nothing. With the texts of their records where its compilation was
    /// asked for them (<c>build_property.TypedFeaturesContractText = true</c>), which an ordinary build is not.
    /// </summary>
    /// <param name="path">The assembly's file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    /// <exception cref="LockFileException">A contract in it was written by a newer version of TypedFeatures.</exception>
    /// <exception cref="ArgumentException">It defines one version twice.</exception>
    public static LockFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = File.OpenRead(path);
        return Read(file);
    }

    /// <summary>The same of an image that is read from a stream.</summary>
    /// <param name="image">The assembly; it can be read from and sought in, and is left open.</param>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    /// <exception cref="LockFileException">A contract in it was written by a newer version of TypedFeatures.</exception>
    /// <exception cref="ArgumentException">It defines one version twice.</exception>
    public static LockFile Read(Stream image)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var assembly = new PEReader(image, PEStreamOptions.LeaveOpen);
        if (!assembly.HasMetadata)
        {
            throw new BadImageFormatException("The file has no .NET metadata.");
        }

        var metadata = assembly.GetMetadataReader();
        var values = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(a => IsMetadata(metadata, a))
            .Select(a => Arguments(metadata, a))
            .Where(a => a.Value is not null)
            .ToLookup(a => a.Key, a => a.Value!);
        var texts = values[EmbeddedContract.TextKey].Select(EmbeddedContract.ReadText).ToDictionary(t => t.TypeName, t => t.Lines);
        return LockFile.Of(values[EmbeddedContract.Key]
            .Select(EmbeddedContract.Read)
            .Select(d => texts.TryGetValue(d.TypeName, out var text) ? d with { Text = text } : d));
    }

    private static bool IsMetadata(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind is not HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent)
        {
            return false;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, "AssemblyMetadataAttribute") && metadata.StringComparer.Equals(type.Namespace, "System.Reflection");
    }

    /// <summary>The two texts that the attribute's constructor takes (ECMA-335, II.23.3: a prolog of two bytes, then the arguments).</summary>
    private static (string? Key, string? Value) Arguments(MetadataReader metadata, CustomAttribute attribute)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        return (blob.ReadSerializedString(), blob.ReadSerializedString());
    }
}
