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
    {
        compilation = TestCode.Compile().AddSyntaxTrees(sources.Select(text => CSharpSyntaxTree.ParseText(text, Options)));
        driver = CSharpGeneratorDriver.Create(
            [new FeatureGenerator().AsSourceGenerator()],
            parseOptions: Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
    }

    public IncrementalRun Edit(int file, string before, string after)
    {
        var tree = compilation.SyntaxTrees.ElementAt(file);
        var text = tree.ToString();
        text.ShouldContain(before);
        return Continue(compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text.Replace(before, after), Options)));
    }

    public IncrementalRun Add(string source) => Continue(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Options)));

    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    public string Text(string hintName) =>
        driver.GetRunResult().Results.Single().GeneratedSources.Single(s => s.HintName == hintName).SourceText.ToString();

    private IncrementalRun Continue(Compilation next)
    {
        compilation = next;
        driver = driver.RunGenerators(compilation);
        return this;
    }
}
