using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Analyzers.Contract;
using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>Asserts what the analyzer says of code beside a lock file, and where.</summary>
internal static class ContractTest
{
    private const string Path = "project/features.lock.json";

    /// <summary>The shop is released, and edited: the rule is reported at exactly the marked spans, and no other but those named.</summary>
    public static async Task<Diagnostic> ReportsAsync(DiagnosticDescriptor rule, string[] edits, params DiagnosticDescriptor[] others)
    {
        var (text, spans) = RuleTest.Unmark(ContractCode.Edit(edits));
        spans.ShouldNotBeEmpty("the test marks no span");

        var diagnostics = await AnalyzeAsync(text, ContractCode.Released(ContractCode.Shop));

        var reported = diagnostics.Where(d => d.Id == rule.Id).ToList();
        reported.Select(d => d.Location.SourceSpan).ShouldBe(spans, string.Join("\n", diagnostics));
        reported.ShouldAllBe(d => d.Severity == rule.DefaultSeverity);
        diagnostics.Where(d => d.Id != rule.Id).Select(d => d.Id).Except(others.Select(o => o.Id)).ShouldBeEmpty(string.Join("\n", diagnostics));
        return reported[0];
    }

    /// <summary>The shop is released, and edited: the rule is not reported.</summary>
    public static async Task AllowsAsync(DiagnosticDescriptor rule, params string[] edits) =>
        (await AnalyzeAsync(ContractCode.Edit(edits), ContractCode.Released(ContractCode.Shop))).Where(d => d.Id == rule.Id).ShouldBeEmpty();

    /// <summary>What the analyzer says of code beside a lock file, in source order.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, LockFile locked) => AnalyzeAsync(source, locked.Print());

    /// <summary>The same of a file of any text.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, string locked, string path = Path)
    {
        var diagnostics = await With(source, locked, path).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(d => d.Location.SourceSpan)];
    }

    /// <summary>The analyzer over code beside a file.</summary>
    public static CompilationWithAnalyzers With(string source, string locked, string path = Path) => With(TestCode.CompileValid(source), locked, path);

    /// <summary>The same over what is compiled.</summary>
    public static CompilationWithAnalyzers With(Compilation compilation, string locked, string path = Path) => compilation.WithAnalyzers(
        [new ContractAnalyzer()],
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new TextFile(path, locked)]),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false));

    /// <summary>The text at a place in the lock file.</summary>
    public static string TextAt(Location place, string locked)
    {
        place.GetLineSpan().Path.ShouldBe(Path);
        return SourceText.From(locked).ToString(place.SourceSpan);
    }

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
