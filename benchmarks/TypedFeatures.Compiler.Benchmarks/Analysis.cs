using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Analyzers;
using TypedFeatures.Compiler.Benchmarks.Compilers;
using TypedFeatures.Compiler.Benchmarks.Shop;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>What the analyzers cost: beside the generator in a clean build, and for the file at hand after each edit, as an editor asks them.</summary>
internal static class Analysis
{
    private const int WarmUps = 8;

    public static async Task RunAsync(CompilerArguments arguments, int repetitions, int views)
    {
        Build(arguments, repetitions);
        await KeystrokeAsync(arguments, repetitions, views);
    }

    private static void Build(CompilerArguments arguments, int repetitions)
    {
        var variants = new (string Name, string File)[]
        {
            ("generator alone", arguments.WriteGeneratorAlone("generator")),
            ("generator and analyzers", arguments.Write("both", isOurs: true)),
        };
        using var server = new CompilerServer(arguments.CompilerFolder);
        var figures = variants.Select(v => new Figures("clean build, " + v.Name)).ToArray();
        for (var i = 0; i < repetitions + WarmUps; i++)
        {
            for (var variant = 0; variant < variants.Length; variant++)
            {
                var (wall, processor) = server.Compile(variants[variant].File);
                if (i >= WarmUps)
                {
                    figures[variant].Add(wall, processor);
                }
            }
        }

        foreach (var figure in figures)
        {
            Console.WriteLine(figure.Line(figures[0]));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"analyzers add {(figures[1].LeastWall / figures[0].LeastWall - 1) * 100:0.0} % of wall time (least), {(figures[1].MedianWall / figures[0].MedianWall - 1) * 100:0.0} % (median)"));
    }

    private static async Task KeystrokeAsync(CompilerArguments arguments, int repetitions, int views)
    {
        var alone = new Figures("edit of one view, analyzers");
        var both = new Figures("edit of one view, with generator");
        var compilation = InProcess.Compile(arguments, views);
        var driver = InProcess.Driver();
        for (var i = 0; i < (repetitions * 4) + WarmUps; i++)
        {
            var file = ShopViews.NameOf(i % views) + ".cs";
            var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
            var edited = CSharpSyntaxTree.ParseText(tree.ToString().Replace(".Last(", $".Last( /* {i} */ ", StringComparison.Ordinal), InProcess.Options, path: file, encoding: System.Text.Encoding.UTF8);
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
            var analyzed = whole.WithAnalyzers(Analyzers(), new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
            var (generated, generatedProcessor) = (watch.Elapsed, Process.GetCurrentProcess().TotalProcessorTime);
            await analyzed.GetAnalyzerSyntaxDiagnosticsAsync(edited, CancellationToken.None);
            await analyzed.GetAnalyzerSemanticDiagnosticsAsync(whole.GetSemanticModel(edited), null, CancellationToken.None);
            if (i >= WarmUps)
            {
                var (all, allProcessor) = (watch.Elapsed, Process.GetCurrentProcess().TotalProcessorTime);
                alone.Add((all - generated).TotalSeconds, (allProcessor - generatedProcessor).TotalSeconds);
                both.Add(all.TotalSeconds, (allProcessor - processor).TotalSeconds);
            }
        }

        foreach (var figure in new[] { alone, both })
        {
            Console.WriteLine(FormattableString.Invariant($"{figure.Name}: {figure.LeastWall * 1000:0} ms least, {figure.MedianWall * 1000:0} ms median of wall time"));
        }
    }

    /// <summary>All analyzers that the product has.</summary>
    private static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
    [
        .. typeof(ViewAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];
}
