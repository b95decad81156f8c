using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Tests.Rules;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>A project with a lock file in an editor: what the analyzer finds there, and what fixes make of code and lock file.</summary>
internal sealed class LockedSolution : IDisposable
{
    private readonly AdhocWorkspace workspace;

    public LockedSolution(LockFile? locked, params string[] sources)
    {
        workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        Solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: TestCode.References));
        for (var i = 0; i < sources.Length; i++)
        {
            Solution = Solution.AddDocument(DocumentId.CreateNewId(project), $"Test{i}.cs", SourceText.From(sources[i]), filePath: $"Test{i}.cs");
        }

        if (locked is not null)
        {
            Solution = Solution.AddAdditionalDocument(DocumentId.CreateNewId(project), LockFile.FileName, SourceText.From(locked.Print()), filePath: LockFile.FileName);
        }
    }

    /// <summary>As it stands after the fixes that were applied.</summary>
    public Solution Solution { get; private set; }

    /// <summary>The code, file by file.</summary>
    public async Task<string[]> CodeAsync() => await Task.WhenAll(Solution.Projects.Single().Documents.Select(async d => (await d.GetTextAsync()).ToString()));

    /// <summary>The text of the lock file.</summary>
    public async Task<string> LockFileAsync() => (await Solution.Projects.Single().AdditionalDocuments.Single().GetTextAsync()).ToString();

    /// <summary>What the contract's analyzer finds, in source order; the code compiles.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var compilation = (await Solution.Projects.Single().GetCompilationAsync())!;
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var found = await ContractTest.With(compilation, await LockFileAsync()).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(d => d.Location.SourceTree?.FilePath).ThenBy(d => d.Location.SourceSpan)];
    }

    /// <summary>The findings of one rule.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync(string rule) => [.. (await FindingsAsync()).Where(d => d.Id == rule)];

    /// <summary>What a finding offers.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(CodeFixProvider provider, Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(Solution.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => offered.Add(action), CancellationToken.None));
        return offered;
    }

    /// <summary>What is offered for all findings.</summary>
    public async Task<CodeAction> OfferedForAllAsync(CodeFixProvider provider, FixAllScope scope, string key, IEnumerable<Diagnostic> findings) =>
        (await provider.GetFixAllProvider()!.GetFixAsync(new FixAllContext(
            Solution.Projects.Single().Documents.First(), provider, scope, key, provider.FixableDiagnosticIds, new Found(findings), CancellationToken.None)))!;

    /// <summary>Applies what was offered.</summary>
    public async Task ApplyAsync(CodeAction action) =>
        Solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    public void Dispose() => workspace.Dispose();

    private sealed class Found(IEnumerable<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(d => d.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
