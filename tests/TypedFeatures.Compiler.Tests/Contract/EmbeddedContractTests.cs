using TypedFeatures.Compiler.Tests.Generation;
using TypedFeatures.Contracts;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

public sealed class EmbeddedContractTests
{
    [Fact]
    public void WhatIsCompiled_HoldsItsContracts_WhichAreReadWithoutLoadingIt()
    {
        using var image = new MemoryStream(Generated.From(ContractCode.Shop).Image());

        AssemblyContracts.Read(image).ShouldBe(LockFile.Of(ContractCode.Contracts(ContractCode.Shop)));

        image.CanRead.ShouldBeTrue("the stream is the caller's");
    }

    [Fact]
    public void AnAssemblyThatDefinesNothing_HasNoContracts() => AssemblyContracts.Read(typeof(EmbeddedContractTests).Assembly.Location).ShouldBe(LockFile.Empty);

    [Fact]
    public void WhatIsNoAssembly_IsRefused()
    {
        using var image = new MemoryStream([1, 2, 3, 4]);
        Should.Throw<BadImageFormatException>(() => AssemblyContracts.Read(image));
    }

    [Fact]
    public void AnEditOfOneDefinition_WritesItsContractAlone()
    {
        var run = new IncrementalRun(ContractCode.Shop);
        var before = run.Texts();
        run.Edit(0, "Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))");
        var changed = run.Texts().Except(before).Select(t => t.HintName).ToList();
        changed.ShouldContain("Test.UserOrders.View.g.cs");
        changed.ShouldNotContain("Test.Risk.View.g.cs");
        changed.ShouldNotContain("Test.Refunded.Label.g.cs");
        run.Text("Test.UserOrders.View.g.cs").ShouldContain("\\\"windows\\\": [\\\"8d\\\"]");
    }
}
