using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Analyzers;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Compiler.Tests;

/// <summary>Compiles source text against the library as built.</summary>
internal static class TestCode
{
    public static readonly ImmutableArray<MetadataReference> References =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
            || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
        .Append(typeof(FeatureViewAttribute).Assembly.Location)
        .Append(typeof(Plans.ViewPlan).Assembly.Location)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Test",
        sources.Select((text, i) => CSharpSyntaxTree.ParseText(
            text, new CSharpParseOptions(LanguageVersion.Preview), path: $"Test{i}.cs", encoding: System.Text.Encoding.UTF8)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A compilation that must compile.</summary>
    public static CSharpCompilation CompileValid(params string[] sources)
    {
        var compilation = Compile(sources);
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return compilation;
    }

    public static BindResult<BoundView> BindView(CSharpCompilation compilation, string type) =>
        ViewBinder.Bind(compilation.GetTypeByMetadataName(type)!, compilation, CancellationToken.None);

    public static BindResult<BoundView> BindLabel(CSharpCompilation compilation, string type) =>
        LabelBinder.Bind(compilation.GetTypeByMetadataName(type)!, compilation, CancellationToken.None);

    public static BindResult<BoundService> BindService(CSharpCompilation compilation, string type) =>
        ServiceBinder.Bind(compilation.GetTypeByMetadataName(type)!, compilation, CancellationToken.None);

    public static BindResult<BoundSource> BindSource(CSharpCompilation compilation, string type) =>
        SourceBinder.Bind(compilation.GetTypeByMetadataName(type)!, compilation, CancellationToken.None);

    /// <summary>What the analyzers report, in source order.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation) =>
        AnalyzeAsync(compilation, null, new ViewAnalyzer(), new SourceAnalyzer(), new LabelAnalyzer(), new ServiceAnalyzer(), new SuppressionAnalyzer());

    /// <summary>What some analyzers report of a project with properties of its own, in source order.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, BuildOptions? build, params DiagnosticAnalyzer[] analyzers) =>
        AnalyzeAsync(compilation, build is null ? new AnalyzerOptions([]) : new AnalyzerOptions([], build), analyzers);

    /// <summary>What some analyzers report of a project with additional files, too, in source order.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, AnalyzerOptions project, IEnumerable<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            project,
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([.. analyzers], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath).ThenBy(d => d.Location.SourceSpan)];
    }

    /// <summary>A file of the shop that the whole repository tests with.</summary>
    public static string Shop(string file)
    {
        using var stream = typeof(TestCode).Assembly.GetManifestResourceStream("Shop/" + file)
            ?? throw new InvalidOperationException($"The shop has no file '{file}'.");
        using var reader = new StreamReader(stream);
        // The projects of the repository have implicit usings.
        return "using System;\n" + reader.ReadToEnd();
    }
}
