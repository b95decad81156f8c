using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace TypedFeatures.Packages.Tests.Feed;

/// <summary>An assembly, read as data.</summary>
internal sealed class AssemblyFile(byte[] bytes)
{
    // Custom debug information of the Portable PDB format: the options of the compilation.
    private static readonly Guid CompilationOptions = new("B5FEEC05-8CD0-4A83-96DA-466284BB4BD8");
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static AssemblyFile Of(string path) => new(File.ReadAllBytes(path));

    /// <summary>The types within a type.</summary>
    public IReadOnlyList<string> NestedTypes(string name)
    {
        using var reader = new PEReader(ImmutableArray.Create(bytes));
        var metadata = reader.GetMetadataReader();
        var type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(t => metadata.GetString(t.Name) == name);
        return [.. type.GetNestedTypes().Select(metadata.GetTypeDefinition).Select(t => metadata.GetString(t.Name))];
    }

    /// <summary>The paths of the sources as its embedded symbols name them.</summary>
    public IReadOnlyList<string> SourcePaths() => ReadEmbedded(symbols => symbols.Documents.Select(d => symbols.GetString(symbols.GetDocument(d).Name)).ToList());

    /// <summary>The version of the compiler that made it, from its symbols beside it.</summary>
    public static Version CompilerOf(string assembly)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var options = Encoding.UTF8.GetString(Custom(symbols.GetMetadataReader(), CompilationOptions)!).Split('\0');
        return System.Version.Parse(options[Array.IndexOf(options, "compiler-version") + 1].Split('-')[0]);
    }

    /// <summary>Where a debugger fetches the sources from, as SourceLink has it; null where it is not said.</summary>
    public string? SourceLinkJson() => ReadEmbedded(symbols => Custom(symbols, SourceLink) is { } json ? Encoding.UTF8.GetString(json) : null);

    private static byte[]? Custom(MetadataReader symbols, Guid kind) =>
        symbols.CustomDebugInformation.Select(symbols.GetCustomDebugInformation).Where(c => symbols.GetGuid(c.Kind) == kind)
            .Select(c => symbols.GetBlobBytes(c.Value)).FirstOrDefault();

    private T ReadEmbedded<T>(Func<MetadataReader, T> read)
    {
        using var reader = new PEReader(ImmutableArray.Create(bytes));
        var entry = reader.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        return read(symbols.GetMetadataReader());
    }
}
