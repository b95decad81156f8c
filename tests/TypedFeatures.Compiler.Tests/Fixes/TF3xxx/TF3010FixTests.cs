using TypedFeatures.Compiler.Tests.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>A change of what a released feature computes forks the record.</summary>
public class TF3010FixTests
{
    [Fact]
    public Task View1_IsForked() => ForkTest.ForksAsync("TF3010", ContractCode.View, "Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))");

    [Fact]
    public Task View2_IsForked() => ForkTest.ForksAsync("TF3010", ContractCode.View, "o.Quantity > 1", "o.Quantity > 2", "MaxPrice90d = g.Last(Days(90)).Max(x => x.o.Price) ?? 0", "MaxPrice90d = g.Last(Days(90)).Max(x => x.o.Price) ?? 1");

    [Fact]
    public Task Service_IsForked() => ForkTest.ForksAsync("TF3010", ContractCode.Service, "Amount / average", "Amount + average");
}
