using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TypedFeatures.Compiler.Tests.Fixes;

/// <summary>A project as an editor has it open: documents in a workspace, the real analyzers over them, and what a provider offers.</summary>
internal sealed class FixProject : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private readonly CodeFixProvider provider;
    private readonly Dictionary<ProjectId, ImmutableArray<Diagnostic>> findings = [];

    private FixProject(CodeFixProvider provider, string[][] projects)
    {
        this.provider = provider;
        Solution = workspace.CurrentSolution;
        for (var p = 0; p < projects.Length; p++)
        {
            var project = ProjectId.CreateNewId();
            Solution = Solution.AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                "Project" + p,
                "Project" + p,
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
                metadataReferences: TestCode.References));
            for (var d = 0; d < projects[p].Length; d++)
            {
                Solution = Solution.AddDocument(
                    DocumentId.CreateNewId(project), $"Test{d}.cs", SourceText.From(projects[p][d], System.Text.Encoding.UTF8), filePath: $"Test{d}.cs");
            }
        }
    }

    public Solution Solution { get; }

    /// <summary>A solution with a project for each list of documents.</summary>
    public static FixProject Of(CodeFixProvider provider, params string[][] projects) => new(provider, projects);

    /// <summary>The provider's findings in a project, in source order. The project has to compile: fixes are for code that the compiler takes.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project)
    {
        if (!findings.TryGetValue(project.Id, out var found))
        {
            var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
            compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
            var reported = await TestCode.AnalyzeAsync(compilation);
            found = [.. reported.Where(d => provider.FixableDiagnosticIds.Contains(d.Id))];
            found.ShouldNotBeEmpty($"The provider is for {string.Join(", ", provider.FixableDiagnosticIds)}; reported: {string.Join("\n", reported)}");
            findings.Add(project.Id, found);
        }

        return found;
    }

    /// <summary>What is offered for a finding, in the order of the list that the editor shows.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        var document = Solution.GetDocument(finding.Location.SourceTree) ?? throw new InvalidOperationException("The finding is in none of the documents.");
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offered.Add(action), CancellationToken.None));
        return offered;
    }

    /// <summary>The action of a key that fixes everything in a scope.</summary>
    public async Task<CodeAction> FixAllAsync(Document document, FixAllScope scope, string key)
    {
        var context = new FixAllContext(document, provider, scope, key, provider.FixableDiagnosticIds, new Found(this), CancellationToken.None);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return action ?? throw new InvalidOperationException($"There is no fix-all for '{key}' in the {scope}.");
    }

    /// <summary>The solution after an action.</summary>
    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    public void Dispose() => workspace.Dispose();

    private sealed class Found(FixProject opened) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await opened.FindingsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await opened.FindingsAsync(document.Project)).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
