using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Reach;

/// <summary>All that binding a declaration can read. Equal surroundings are the same trees, so what is bound in them is the same.</summary>
/// <param name="project">What all files are bound under.</param>
/// <param name="files">The files that the declaration can see, in the compilation's order.</param>
internal sealed class Surroundings(ProjectFacts project, ImmutableArray<SyntaxTree> files) : IEquatable<Surroundings>
{
    private readonly ProjectFacts project = project;

    public ImmutableArray<SyntaxTree> Files { get; } = files;

    public bool Equals(Surroundings? other)
    {
        if (other is null || Files.Length != other.Files.Length || !project.Equals(other.project))
        {
            return false;
        }

        for (var i = 0; i < Files.Length; i++)
        {
            if (!ReferenceEquals(Files[i], other.Files[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Surroundings);

    public override int GetHashCode() => Files.Length;
}
