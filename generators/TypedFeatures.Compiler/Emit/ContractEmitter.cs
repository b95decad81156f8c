using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Emit;

/// <summary>
/// Writes the contract of a definition into the assembly's metadata. An attribute for each, beside what else is generated of it, so that an edit writes one again;
/// its text goes to the metadata's blobs, not to the string literals, of which an assembly has room for few.
/// </summary>
internal static class ContractEmitter
{
    /// <summary>Writes the attribute; it stands before any namespace.</summary>
    public static void Emit(SourceWriter writer, DefinitionContract contract)
    {
        writer.Line($"[assembly: global::System.Reflection.AssemblyMetadataAttribute({CSharpText.Literal(EmbeddedContract.Key)}, {CSharpText.Literal(EmbeddedContract.Write(contract))})]");
        writer.Gap();
    }
}
