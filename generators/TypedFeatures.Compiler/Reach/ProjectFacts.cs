using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Reach;

/// <summary>
/// What all files of a compilation are bound under. References compare by identity: one that has changed is another object.
/// </summary>
/// <param name="AssemblyName">Who it is to the assemblies that show it their internals.</param>
/// <param name="Options">How it is compiled.</param>
/// <param name="References">The assemblies it sees.</param>
/// <param name="Namespaces">The namespaces that its files declare, because a new one can take a name from a type.</param>
internal sealed record ProjectFacts(string? AssemblyName, CompilationOptions Options, ImmutableArray<MetadataReference> References, EquatableArray<string> Namespaces)
{
    public static ProjectFacts Of(Compilation compilation, IEnumerable<string> namespaces) =>
        new(compilation.AssemblyName, compilation.Options, compilation.ExternalReferences, namespaces.ToEquatableArray());

    public bool Equals(ProjectFacts? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && AssemblyName == other.AssemblyName
            && Options.Equals(other.Options)
            && (References == other.References || (References.Length == other.References.Length && References.Zip(other.References, ReferenceEquals).All(same => same)))
            && Namespaces == other.Namespaces);

    public override int GetHashCode() => AssemblyName?.GetHashCode() ?? 0;
}
