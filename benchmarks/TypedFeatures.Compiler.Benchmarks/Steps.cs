using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Analyzers;
using TypedFeatures.Analyzers.Contract;
using TypedFeatures.Compiler.Benchmarks.Compilers;
using TypedFeatures.Compiler.Benchmarks.Shop;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Compiler.Emit;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>Where the time goes: each step alone, on one thread, in this process; the first repetition is that of a cold compiler.</summary>
internal static class Steps
{
    public static void Run(CompilerArguments arguments, int repetitions, int views)
    {
        var figures = new List<Figures>();
        for (var i = 0; i < repetitions; i++)
        {
            Once(arguments, views, figures);
            if (i == 0)
            {
                Print("first", figures);
                figures.Clear();
            }
        }

        Print("later", figures);
    }

    private static void Print(string title, List<Figures> figures)
    {
        Console.WriteLine(title);
        foreach (var figure in figures)
        {
            Console.WriteLine(figure.Line(null));
        }
    }

    private static void Once(CompilerArguments arguments, int views, List<Figures> figures)
    {
        var compilation = Time("parse sources", () => InProcess.Compile(arguments, views));
        Time("compile without", () => Emit(compilation));

        var fresh = InProcess.Compile(arguments, views);
        var types = Enumerable.Range(0, views).Select(n => fresh.GetTypeByMetadataName($"{ShopSources.Namespace}.{ShopViews.NameOf(n)}")!).ToArray();
        var bound = Time("bind", () => types.Select(t => ViewBinder.Bind(t, fresh, default).Value!).ToArray());
        Time("bind again", () => types.Select(t => ViewBinder.Bind(t, fresh, default).Value!).ToArray());
        Time("compare bound", () => bound.Zip(types.Select(t => ViewBinder.Bind(t, fresh, default).Value!)).All(p => p.First.Equals(p.Second)));
        Time("contract hash", () => bound.Select(b => ContractHash.Of(b.Plan)).ToArray());
        var contracts = Time("contracts", () => bound.Select(ContractBuilder.Of).ToArray());
        var locked = Time("print lock file", () => LockUpdate.Release(LockFile.Of(contracts)).Print());
        Time("read lock file", () => LockFile.Parse(locked));
        foreach (var dialect in SqlDialect.All)
        {
            Time("refusals " + dialect.Engine, () => bound.Sum(b => dialect.Capabilities.RefusalsOf(b.Plan).Count));
            Time("print " + dialect.Engine, () => bound.Select(b => ViewSql.Print(b.Plan, dialect)).ToArray());
        }

        var targets = EngineTargets.Of(new NoOptions());
        var printed = Time("print all", () => bound.Select(b => PrintedView.Of(b, targets)).ToArray());
        var files = Time("emit", () => printed.SelectMany(p => ViewEmitter.Emit(p)).ToArray());
        var driver = InProcess.Driver();
        Time("generator driver", () => driver = driver.RunGeneratorsAndUpdateCompilation(InProcess.Compile(arguments, views), out _, out _));
        var trees = Time("parse emitted", () => files.Select(f => CSharpSyntaxTree.ParseText(f.Text, InProcess.Options, path: f.HintName, encoding: System.Text.Encoding.UTF8)).ToArray());
        InProcess.Driver().RunGeneratorsAndUpdateCompilation(InProcess.Compile(arguments, views), out var output, out _);
        Time("compile with", () => Emit(output));
        Time("analyze", () => output.WithAnalyzers([new ViewAnalyzer(), new SourceAnalyzer(), new LabelAnalyzer(), new ServiceAnalyzer()]).GetAnalyzerDiagnosticsAsync().Result);
        var options = new AnalyzerOptions([new LockText(locked)]);
        Time("analyze contracts", () => output.WithAnalyzers([new ContractAnalyzer()], options).GetAnalyzerDiagnosticsAsync().Result);
        if (figures.Count > 0 && files.Length > 0 && trees.Length > 0)
        {
            Console.WriteLine($"emitted {files.Length} files, {files.Sum(f => (long)f.Text.Length) / 1e6:0.0} million characters, {files.Where(f => f.HintName.EndsWith("Sql.g.cs", StringComparison.Ordinal)).Sum(f => (long)f.Text.Length) / 1e6:0.0} of them SQL");
        }

        T Time<T>(string name, Func<T> action)
        {
            var figure = figures.Find(f => f.Name == name);
            if (figure is null)
            {
                figures.Add(figure = new Figures(name));
            }

            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var result = action();
            figure.Add(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
            return result;
        }
    }

    internal static bool Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success ? true : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(10)));
    }

    private sealed class LockText(string text) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(text);

        public override string Path => LockFile.FileName;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class NoOptions : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }
    }
}
