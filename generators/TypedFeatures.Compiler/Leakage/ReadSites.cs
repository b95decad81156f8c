using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>
/// Where the code reads what a plan's leaves stand for. Plans know no places; a rule that follows data through a plan finds here what to mark. Leaves are told
/// apart by identity: the same column may be read in several places, of which the plan uses some.
/// </summary>
internal sealed class ReadSites
{
    private readonly Dictionary<Scalar, List<ReadSite>> sites = new(ByIdentity.Instance);

    /// <summary>Notes that an operation reads a leaf.</summary>
    /// <param name="leaf">The leaf, as the plan will hold it.</param>
    /// <param name="operation">Where it is read.</param>
    /// <param name="through">The helpers on the way there, from the definition on.</param>
    public void Add(Scalar leaf, IOperation operation, IEnumerable<ISymbol> through)
    {
        if (!sites.TryGetValue(leaf, out var known))
        {
            sites.Add(leaf, known = []);
        }

        known.Add(new ReadSite(operation, [.. through.Select(s => s.ContainingType.Name + "." + s.Name)]));
    }

    /// <summary>Where a leaf is read; nothing for what no operation reads by name.</summary>
    public IReadOnlyList<ReadSite> Of(Scalar leaf) => sites.TryGetValue(leaf, out var known) ? known : [];

    private sealed class ByIdentity : IEqualityComparer<Scalar>
    {
        public static ByIdentity Instance { get; } = new();

        public bool Equals(Scalar? x, Scalar? y) => ReferenceEquals(x, y);

        public int GetHashCode(Scalar obj) => RuntimeHelpers.GetHashCode(obj);
    }
}

/// <summary>A place that reads a leaf of a plan.</summary>
/// <param name="Operation">The read.</param>
/// <param name="Through">The helpers it stands in, as C# names, from the definition on.</param>
internal sealed record ReadSite(IOperation Operation, ImmutableArray<string> Through);
