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

    public static void Build(CompilerArguments arguments, int repetitions, int views)
    {
        var lockFile = LockedShop.Write(InProcess.Compile(arguments, views), arguments.Folder);
        var variants = new (string Name, string File)[]
        {
            ("generator alone", arguments.WriteGeneratorAlone("generator")),
            ("generator and analyzers", arguments.Write("both", isOurs: true, engines: "", "/additionalfile:" + lockFile)),
        };
        Compare("new compiler process", repetitions, 0, file => CompilerServer.Cold(arguments.CompilerFolder, file) is var (wall, processor, _) ? (wall, processor) : default);
        using var server = new CompilerServer(arguments.CompilerFolder);
        Compare("warm compiler server", repetitions * 2, WarmUps, server.Compile);

        // In pairs, every other one turned round: what the machine does besides then falls on both alike.
        void Compare(string name, int pairs, int warmUps, Func<string, (double Wall, double Processor)> compile)
        {
            var figures = variants.Select(v => new Figures($"{name}, {v.Name}")).ToArray();
            var (walls, processors) = (new List<double>(), new List<double>());
            for (var i = 0; i < pairs + warmUps; i++)
            {
                var (first, second) = (compile(variants[i % 2].File), compile(variants[1 - (i % 2)].File));
                var (alone, both) = i % 2 == 0 ? (first, second) : (second, first);
                if (i >= warmUps)
                {
                    figures[0].Add(alone.Wall, alone.Processor);
                    figures[1].Add(both.Wall, both.Processor);
                    walls.Add(both.Wall / alone.Wall);
                    processors.Add(both.Processor / alone.Processor);
                }
            }

            Array.ForEach(figures, f => Console.WriteLine(f.Line(figures[0])));
            Console.WriteLine(FormattableString.Invariant(
                $"{name}: analyzers make a pair's build {(Figures.Median(walls) - 1) * 100:+0.0;-0.0;0.0} % longer, with {(Figures.Median(processors) - 1) * 100:+0.0;-0.0;0.0} % processor time (median of {pairs} pairs)"));
        }
    }

    /// <summary>
    /// An edit inside one view, and then what an editor does for that file: the generator's run, and what it asks of the analyzers. In turns with an analyzer that looks at
    /// nothing, which shows what Roslyn itself takes to ask (it binds the file for the compiler's own diagnostics on the way).
    /// </summary>
    public static async Task KeystrokeAsync(CompilerArguments arguments, int repetitions, int views)
    {
        var generator = new Figures("generator");
        var none = new Figures("an analyzer that looks at nothing");
        var ours = new Figures("analyzers");
        var compilation = InProcess.Compile(arguments, views);
        var options = new AnalyzerOptions([new LockedShop(compilation)]);
        var editor = new Editor(compilation);
        for (var i = 0; i < (repetitions * 8) + WarmUps; i++)
        {
            var isMeasured = i >= WarmUps;
            var isOurs = i % 2 == 0;
            var edited = editor.EditWindow(ShopViews.NameOf(i / 2 % views) + ".cs");
            var watch = Stopwatch.StartNew();
            editor.Generate();
            if (isMeasured)
            {
                generator.Add(watch.Elapsed.TotalSeconds, 0);
            }

            watch.Restart();
            var analyzed = editor.Whole.WithAnalyzers(
                isOurs ? Analyzers() : [new IdleAnalyzer()],
                new CompilationWithAnalyzersOptions(options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
            await analyzed.GetAnalyzerSyntaxDiagnosticsAsync(edited, CancellationToken.None);
            var found = await analyzed.GetAnalyzerSemanticDiagnosticsAsync(editor.Whole.GetSemanticModel(edited), null, CancellationToken.None);
            if (isOurs != found.Any(d => d.Id.StartsWith("TF3", StringComparison.Ordinal)))
            {
                throw new InvalidOperationException("Another window in a released view was not reported.");
            }

            if (isMeasured)
            {
                (isOurs ? ours : none).Add(watch.Elapsed.TotalSeconds, 0);
            }
        }

        Console.WriteLine("After an edit of one view, wall time in ms, least and median:");
        foreach (var figure in new[] { generator, none, ours })
        {
            Console.WriteLine(FormattableString.Invariant($"{figure.Name}: {figure.LeastWall * 1000:0} {figure.MedianWall * 1000:0}"));
        }

        Console.WriteLine(FormattableString.Invariant($"analyzers add {(ours.LeastWall - none.LeastWall) * 1000:0} ms (least), {(ours.MedianWall - none.MedianWall) * 1000:0} ms (median)"));
    }

    /// <summary>All analyzers that the product has.</summary>
    private static ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
    [
        .. typeof(ViewAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

#pragma warning disable RS1001 // no compiler loads it from here
    private sealed class IdleAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Compiler.Diagnostics.Rules.UnknownEngine];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
        }
    }
}
