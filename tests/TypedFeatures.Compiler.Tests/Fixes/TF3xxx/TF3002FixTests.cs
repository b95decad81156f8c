using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.TF3xxx;
using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>The fix edits the lock file, an additional document, to what <c>dotnet features lock</c> would write; the code stays.</summary>
public class TF3002FixTests
{
    private static readonly string Changed = ContractCode.Edit("Owner = \"growth\"", "Owner = \"risk\"", "MaxAge = \"30d\"", "MaxAge = \"31d\"");

    [Fact]
    public async Task OneDefinition_IsAccepted_AndTheOthersStay()
    {
        using var solution = new LockedSolution(ContractCode.Locked(ContractCode.Shop), Changed);
        var findings = await solution.FindingsAsync("TF3002");
        findings.Length.ShouldBe(2);

        await solution.ApplyAsync((await solution.OfferedAsync(new TF3002Fixes(), findings[0])).ShouldHaveSingleItem());

        var expected = LockUpdate.Accept(ContractCode.Locked(ContractCode.Shop), ContractCode.Contract(Changed, ContractCode.View)).Print();
        (await solution.LockFileAsync()).ShouldBe(expected);
        (await solution.CodeAsync()).ShouldBe([Changed]);
        (await solution.FindingsAsync("TF3002")).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task AllDefinitions_AreAcceptedAtOnce(FixAllScope scope)
    {
        using var solution = new LockedSolution(LockFile.Empty, ContractCode.Shop);
        var findings = await solution.FindingsAsync("TF3002");
        findings.Length.ShouldBe(4);

        await solution.ApplyAsync(await solution.OfferedForAllAsync(new TF3002Fixes(), scope, "accept", findings));

        (await solution.LockFileAsync()).ShouldBe(ContractCode.Locked(ContractCode.Shop).Print());
        (await solution.FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatWasReleased_IsNotOverwritten()
    {
        var source = ContractCode.Edit("Owner = \"growth\"", "Owner = \"risk\"");
        using var solution = new LockedSolution(ContractCode.Released(ContractCode.Shop), source);

        await solution.ApplyAsync((await solution.OfferedAsync(new TF3002Fixes(), (await solution.FindingsAsync()).Single())).ShouldHaveSingleItem());

        var locked = LockFile.Parse(await solution.LockFileAsync());
        locked.Find(ContractCode.View)!.ShouldSatisfyAllConditions(v => v.Owner.ShouldBe("risk"), v => v.IsReleased.ShouldBeTrue());
        (await solution.FindingsAsync()).ShouldBeEmpty();
    }
}
