using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Reach;

/// <summary>
/// Which files of a compilation a declaration can see: its own, those that concern all, and those that declare what is named in one of them. Some are more than
/// it needs, because a name counts whatever it means where it stands; none that binding could read is missing. Why: docs/decisions/0032.
/// </summary>
internal sealed class FileGraph
{
    // A part of the path of each file that the generator adds: what it makes of definitions is no part of what they are bound in.
    private const string Generator = "TypedFeatures.Generators.FeatureGenerator";

    private static readonly ConditionalWeakTable<Compilation, FileGraph> Known = new();

    private readonly ImmutableArray<SyntaxTree> files;
    private readonly Dictionary<SyntaxTree, int> positions = [];
    private readonly Dictionary<string, List<int>> declaring = new(StringComparer.Ordinal);
    private readonly List<int> concerningAll = [];
    private readonly int[]?[] named;
    private readonly ProjectFacts project;

    private FileGraph(Compilation compilation)
    {
        files = [.. compilation.SyntaxTrees.Where(f => f.FilePath.IndexOf(Generator, StringComparison.Ordinal) < 0)];
        named = new int[]?[files.Length];
        var namespaces = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < files.Length; i++)
        {
            var facts = FileFacts.Of(files[i]);
            positions.Add(files[i], i);
            namespaces.UnionWith(facts.Namespaces);
            if (facts.ConcernsAll)
            {
                concerningAll.Add(i);
            }

            foreach (var name in facts.Declared)
            {
                if (!declaring.TryGetValue(name, out var places))
                {
                    declaring.Add(name, places = []);
                }

                places.Add(i);
            }
        }

        project = ProjectFacts.Of(compilation, namespaces);
    }

    public static FileGraph Of(Compilation compilation) => Known.GetValue(compilation, static c => new FileGraph(c));

    /// <summary>All that binding a type can read.</summary>
    public Surroundings Around(INamedTypeSymbol type)
    {
        var isReached = new bool[files.Length];
        var waiting = new Stack<int>(concerningAll);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (positions.TryGetValue(reference.SyntaxTree, out var file))
            {
                waiting.Push(file);
            }
        }

        while (waiting.Count > 0)
        {
            var file = waiting.Pop();
            if (!isReached[file])
            {
                isReached[file] = true;
                Array.ForEach(Named(file), waiting.Push);
            }
        }

        // As they stand in the compilation: the order of partial declarations is the order of their members.
        return new Surroundings(project, [.. files.Where((_, i) => isReached[i])]);
    }

    /// <summary>The files that declare what a file names.</summary>
    private int[] Named(int file) => named[file] ??= FileFacts.Of(files[file]).Used
        .SelectMany(name => declaring.TryGetValue(name, out var places) ? places : [])
        .Distinct()
        .ToArray();
}
