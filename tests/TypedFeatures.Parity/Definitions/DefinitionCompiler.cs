using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Analyzers;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Generators;

namespace TypedFeatures.Parity.Definitions;

/// <summary>Compiles C# text in memory, with the generator and the analyzers as they are shipped.</summary>
public static class DefinitionCompiler
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using TypedFeatures; global using static TypedFeatures.Duration;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp13);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Append(typeof(FeatureViewAttribute).Assembly.Location)
            .Append(typeof(Plans.ViewPlan).Assembly.Location)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release,
        concurrentBuild: false);

    private static int count;

    /// <summary>The image of an assembly.</summary>
    /// <param name="sources">The text, with the usual usings implied.</param>
    /// <param name="analyze">Whether the analyzers always run; where not, they run only to explain why something was not generated.</param>
    /// <exception cref="DefinitionException">The compiler or an analyzer refuses the text.</exception>
    public static MemoryStream Compile(IReadOnlyList<string> sources, bool analyze)
    {
        var compilation = Compilation(sources);
        CSharpGeneratorDriver.Create([new FeatureGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var reported);
        var image = new MemoryStream();
        var emitted = generated.Emit(image);
        var problems = reported.Concat(emitted.Diagnostics).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ToList();
        if (analyze || problems.Count > 0)
        {
            // Of the text alone: an error of the compiler often only follows from one of ours.
            problems.InsertRange(0, Refusals(compilation));
        }

        image.Position = 0;
        return problems.Count == 0 ? image : throw new DefinitionException(problems);
    }

    /// <summary>Text to look into, without what is generated.</summary>
    /// <param name="sources">The text, with the usual usings implied.</param>
    public static CSharpCompilation Compilation(IReadOnlyList<string> sources) => CSharpCompilation.Create(
        $"Definitions{Interlocked.Increment(ref count)}",
        sources.Prepend(Usings).Select((text, i) => CSharpSyntaxTree.ParseText(text, Parsing, i == 0 ? "Usings.cs" : $"Definition{i}.cs")),
        References,
        Options);

    /// <summary>What the analyzers refuse in text.</summary>
    public static IReadOnlyList<string> Analyze(IReadOnlyList<string> sources) => Refusals(Compilation(sources));

    /// <summary>Rules that leave the plan as it is speak of models; engines have to agree all the same.</summary>
    private static List<string> Refusals(Compilation compilation) =>
        [.. Analyze(compilation).Where(d => !d.Descriptor.CustomTags.Contains(Rules.PlanStands)).Select(d => d.ToString())];

    /// <summary>What the analyzers say of a compilation.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new ViewAnalyzer(), new SourceAnalyzer(), new LabelAnalyzer(), new ServiceAnalyzer()];
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }
}
