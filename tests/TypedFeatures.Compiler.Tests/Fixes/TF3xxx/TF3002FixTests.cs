using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.CodeFixes.TF3xxx;
using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Compiler.Tests.Rules;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>The fix edits the lock file, an additional document, to what <c>dotnet features lock</c> would write; the code stays.</summary>
public sealed class TF3002FixTests : IDisposable
{
    private static readonly string Changed = ContractCode.Edit("Owner = \"growth\"", "Owner = \"risk\"", "MaxAge = \"30d\"", "MaxAge = \"31d\"");

    private readonly AdhocWorkspace workspace = new();

    [Fact]
    public async Task OneDefinition_IsAccepted_AndTheOthersStay()
    {
        var solution = Open(ContractCode.Locked(ContractCode.Shop), Changed);
        var findings = await FindingsAsync(solution);
        findings.Length.ShouldBe(2);

        var fixedSolution = await ApplyAsync(await OfferedAsync(solution, findings[0]));

        var expected = LockUpdate.Accept(ContractCode.Locked(ContractCode.Shop), ContractCode.Contract(Changed, ContractCode.View)).Print();
        (await LockFileOf(fixedSolution)).ShouldBe(expected);
        (await CodeOf(fixedSolution)).ShouldBe(Changed);
        (await FindingsAsync(fixedSolution)).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task AllDefinitions_AreAcceptedAtOnce(FixAllScope scope)
    {
        var solution = Open(LockFile.Empty, ContractCode.Shop);
        var document = solution.Projects.Single().Documents.Single();
        var findings = await FindingsAsync(solution);
        findings.Length.ShouldBe(4);
        var provider = new TF3002Fixes();
        var context = new FixAllContext(document, provider, scope, "accept", provider.FixableDiagnosticIds, new Found(findings), CancellationToken.None);

        var fixedSolution = await ApplyAsync((await provider.GetFixAllProvider().GetFixAsync(context))!);

        (await LockFileOf(fixedSolution)).ShouldBe(ContractCode.Locked(ContractCode.Shop).Print());
        (await FindingsAsync(fixedSolution)).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatWasReleased_IsNotOverwritten()
    {
        var source = ContractCode.Edit("Owner = \"growth\"", "Owner = \"risk\"");
        var solution = Open(ContractCode.Released(ContractCode.Shop), source);

        var fixedSolution = await ApplyAsync(await OfferedAsync(solution, (await FindingsAsync(solution)).Single()));

        var locked = LockFile.Parse(await LockFileOf(fixedSolution));
        locked.Find(ContractCode.View)!.ShouldSatisfyAllConditions(v => v.Owner.ShouldBe("risk"), v => v.IsReleased.ShouldBeTrue());
        (await FindingsAsync(fixedSolution)).ShouldBeEmpty();
    }

    public void Dispose() => workspace.Dispose();

    private Solution Open(LockFile locked, string source)
    {
        var project = ProjectId.CreateNewId();
        return workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
                metadataReferences: TestCode.References))
            .AddDocument(DocumentId.CreateNewId(project), "Test0.cs", SourceText.From(source), filePath: "Test0.cs")
            .AddAdditionalDocument(DocumentId.CreateNewId(project), LockFile.FileName, SourceText.From(locked.Print()), filePath: LockFile.FileName);
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Solution solution)
    {
        var compilation = (await solution.Projects.Single().GetCompilationAsync())!;
        var found = await ContractTest.With(compilation, await LockFileOf(solution)).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(d => d.Id == "TF3002").OrderBy(d => d.Location.SourceSpan)];
    }

    private static async Task<CodeAction> OfferedAsync(Solution solution, Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        await new TF3002Fixes().RegisterCodeFixesAsync(new CodeFixContext(solution.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => offered.Add(action), CancellationToken.None));
        return offered.ShouldHaveSingleItem();
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<string> LockFileOf(Solution solution) => (await solution.Projects.Single().AdditionalDocuments.Single().GetTextAsync()).ToString();

    private static async Task<string> CodeOf(Solution solution) => (await solution.Projects.Single().Documents.Single().GetTextAsync()).ToString();

    private sealed class Found(IEnumerable<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
