using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Generators;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>A generator that remembers, run on code that is edited.</summary>
internal sealed class IncrementalRun
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13);
    private GeneratorDriver driver;
    private Compilation compilation;

    public IncrementalRun(params string[] sources)
        : this(sources, isTracked: true)
    {
    }

    private IncrementalRun(string[] sources, bool isTracked)
    {
        compilation = TestCode.Compile().AddSyntaxTrees(sources.Select(text => CSharpSyntaxTree.ParseText(text, Options)));
        driver = CSharpGeneratorDriver.Create(
            [new FeatureGenerator().AsSourceGenerator()],
            parseOptions: Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked));
        driver = driver.RunGenerators(compilation);
    }

    /// <summary>As compilers and editors run it: nobody asks for the reasons of its steps.</summary>
    public static IncrementalRun Untracked(params string[] sources) => new(sources, isTracked: false);

    public IncrementalRun Edit(int file, string before, string after)
    {
        var tree = compilation.SyntaxTrees.ElementAt(file);
        var text = tree.ToString();
        text.ShouldContain(before);
        Write(file, text.Replace(before, after));
        return Continue();
    }

    public IncrementalRun Add(string source)
    {
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Options));
        return Continue();
    }

    /// <summary>Gives a file another text, which the generator does not know of yet.</summary>
    public void Write(int file, string text)
    {
        var tree = compilation.SyntaxTrees.ElementAt(file);
        if (tree.ToString() != text)
        {
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Options));
        }
    }

    /// <summary>Runs the generator on what was written.</summary>
    public IncrementalRun Continue()
    {
        driver = driver.RunGenerators(compilation);
        return this;
    }

    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    public string Text(string hintName) =>
        driver.GetRunResult().Results.Single().GeneratedSources.Single(s => s.HintName == hintName).SourceText.ToString();

    /// <summary>All that is generated, by name.</summary>
    public IReadOnlyList<(string HintName, string Text)> Texts() =>
        [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString())).OrderBy(s => s.HintName, StringComparer.Ordinal)];
}
