using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Generators;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>Source text with what the generator adds to it.</summary>
internal sealed class Generated
{
    private Generated(Compilation compilation, GeneratorDriverRunResult result)
    {
        Compilation = compilation;
        Result = result;
    }

    /// <summary>The user's code and the generated code.</summary>
    public Compilation Compilation { get; }

    /// <summary>What the generator did.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>Runs the generator, which must not report anything itself.</summary>
    public static Generated From(LanguageVersion version, params string[] sources)
    {
        var options = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        var plain = TestCode.Compile();
        var compilation = plain
            .WithOptions(plain.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithOutputKind(OutputKind.DynamicallyLinkedLibrary))
            .AddReferences(MetadataReference.CreateFromFile(typeof(FeedRows).Assembly.Location))
            .AddSyntaxTrees(sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, options, $"Test{i}.cs", System.Text.Encoding.UTF8)));
        var driver = CSharpGeneratorDriver.Create([new FeatureGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        diagnostics.ShouldBeEmpty();
        return new Generated(output, driver.GetRunResult());
    }

    /// <summary>The same with the oldest language version that is supported.</summary>
    public static Generated From(params string[] sources) => From(LanguageVersion.CSharp13, sources);

    /// <summary>The text of a generated file.</summary>
    public string Text(string hintName) =>
        Result.Results.Single().GeneratedSources.Single(s => s.HintName == hintName).SourceText.ToString();

    /// <summary>
    /// What the compiler says of generated code, warnings included, and the errors of the user's. Users' compilers leave out the analysis of nulls in generated
    /// code, to save its time; here it runs, so that the code deserves that.
    /// </summary>
    public ImmutableArray<Diagnostic> Complaints() =>
    [
        .. WithAnalysisOfNulls().GetDiagnostics().Where(d =>
            d.Severity == DiagnosticSeverity.Error
            && (IsGenerated(d) || !d.IsWarningAsError)),
    ];

    /// <summary>Compiles and loads everything.</summary>
    public System.Reflection.Assembly Load()
    {
        Complaints().ShouldBeEmpty();
        return System.Reflection.Assembly.Load(Image());
    }

    /// <summary>Compiles everything, whatever warnings say.</summary>
    /// <returns>The assembly's bytes.</returns>
    public byte[] Image()
    {
        using var stream = new MemoryStream();
        var options = (CSharpCompilationOptions)Compilation.Options;
        Compilation.WithOptions(options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(stream).Diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return stream.ToArray();
    }

    private Compilation WithAnalysisOfNulls()
    {
        const string Header = "#nullable enable annotations\n";
        var compilation = Compilation;
        foreach (var tree in Result.GeneratedTrees)
        {
            tree.ToString().ShouldContain(Header);
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(
                tree.ToString().Replace(Header, "#nullable enable\n"), (CSharpParseOptions)tree.Options, tree.FilePath, System.Text.Encoding.UTF8));
        }

        return compilation;
    }

    private static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;
}
