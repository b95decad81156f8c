using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>
/// A project that is open in an editor. As editors do, it keeps a generated file whose text is as it was; the driver alone gives all of them anew after each run, and
/// whoever looks first parses them again.
/// </summary>
internal sealed class Editor
{
    private readonly Dictionary<string, SyntaxTree> generated = [];
    private CSharpCompilation written;
    private GeneratorDriver driver = InProcess.Driver();

    /// <summary>Opens it, and generates once.</summary>
    public Editor(CSharpCompilation written)
    {
        this.written = written;
        Whole = written;
        Generate();
    }

    /// <summary>What is written and what is generated.</summary>
    public CSharpCompilation Whole { get; private set; }

    /// <summary>Makes a window of a view longer: a plan, a text of SQL and a contract change.</summary>
    /// <returns>The file after it.</returns>
    public SyntaxTree EditWindow(string file)
    {
        var tree = written.SyntaxTrees.Single(t => t.FilePath == file);
        var edited = CSharpSyntaxTree.ParseText(
            new Regex(@"(?<=(Days|Hours)\()").Replace(tree.ToString(), "1", 1), InProcess.Options, path: file, encoding: Encoding.UTF8);
        written = written.ReplaceSyntaxTree(tree, edited);
        Whole = Whole.ReplaceSyntaxTree(tree, edited);
        return edited;
    }

    /// <summary>Runs the generator, and takes over what it changed.</summary>
    public void Generate()
    {
        driver = driver.RunGenerators(written);
        foreach (var tree in driver.GetRunResult().GeneratedTrees)
        {
            if (!generated.TryGetValue(tree.FilePath, out var known))
            {
                Whole = Whole.AddSyntaxTrees(tree);
            }
            else if (!known.GetText().ContentEquals(tree.GetText()))
            {
                Whole = Whole.ReplaceSyntaxTree(known, tree);
            }
            else
            {
                continue;
            }

            generated[tree.FilePath] = tree;
        }
    }
}
