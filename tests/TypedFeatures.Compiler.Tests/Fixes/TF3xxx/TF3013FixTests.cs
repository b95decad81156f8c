using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.TF3xxx;
using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>A member that an enum has besides forks what reads it: the next version takes it up, and the released one has it without a word.</summary>
public class TF3013FixTests
{
    [Fact]
    public async Task EveryReaderOfTheEnum_IsForked()
    {
        var edited = ContractCode.Edit("Completed, Refunded }", "Completed, Refunded, Lost }");
        using var solution = new LockedSolution(ContractCode.ReleasedWithTexts(ContractCode.Shop), edited);

        await solution.ApplyAsync(await solution.OfferedForAllAsync(new TF3013Fixes(), FixAllScope.Project, "fork", await solution.FindingsAsync("TF3013")));

        (await solution.CodeAsync()).ShouldBe([ForkTest.Expected(ForkTest.Expected(edited, ContractCode.View), ContractCode.Label)]);
        (await solution.FindingsAsync()).ShouldBeEmpty();
        LockFile.Parse(await solution.LockFileAsync()).Find(ContractCode.View)!.Features.Single(f => f.Id == "last_status").Type.Enum!.Members.Count.ShouldBe(4);
    }

    [Fact]
    public async Task AnotherStorage_CannotBeKept_AndNothingIsOffered()
    {
        using var solution = new LockedSolution(ContractCode.ReleasedWithTexts(ContractCode.Shop), ContractCode.Edit("public enum OrderStatus", "[StoredAs(EnumStorage.Number)] public enum OrderStatus"));
        (await solution.OfferedAsync(new TF3013Fixes(), (await solution.FindingsAsync("TF3013")).First())).ShouldBeEmpty();
    }
}
