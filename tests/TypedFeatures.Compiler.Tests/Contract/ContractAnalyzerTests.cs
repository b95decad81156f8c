using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Tests.Generation;
using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Contract;

public sealed class ContractAnalyzerTests
{
    private static readonly string Changed = ContractCode.Edit("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))");

    [Fact]
    public async Task WithoutALockFile_NothingIsReported()
    {
        var locked = ContractCode.Released(ContractCode.Shop).Print();
        (await ContractTest.AnalyzeAsync(Changed, locked, "project/other.json")).ShouldBeEmpty();
        (await ContractTest.AnalyzeAsync(Changed, locked, "project/features.lock.json")).ShouldNotBeEmpty();
        (await ContractTest.AnalyzeAsync(Changed, locked, @"C:\project\Features.Lock.json".Replace('\\', System.IO.Path.DirectorySeparatorChar))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task WhatHasAPlaceInTheCode_IsReportedWhileItIsEdited()
    {
        var analysis = ContractTest.With(Changed, ContractCode.Released(ContractCode.Shop).Print());
        var tree = analysis.Compilation.SyntaxTrees.Single();

        var shown = await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(tree), null, CancellationToken.None);

        shown.Select(d => d.Id).ShouldBe([ContractRules.Transform.Id]);
    }

    [Fact]
    public async Task BesideGeneratedCode_ItSaysTheSame()
    {
        var released = ContractCode.Released(ContractCode.Shop).Print();
        (await ContractTest.With(Generated.From(ContractCode.Shop).Compilation, released).GetAnalyzerDiagnosticsAsync()).ShouldBeEmpty();
        (await ContractTest.With(Generated.From(Changed).Compilation, released).GetAnalyzerDiagnosticsAsync()).Select(d => d.Id).ShouldBe([ContractRules.Transform.Id]);
    }
}
