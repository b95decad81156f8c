using TypedFeatures.Compiler.Tests.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>A wider type, or one without null, forks the record.</summary>
public class TF3012FixTests
{
    [Fact]
    public Task View1_IsForked() => ForkTest.ForksAsync("TF3012", ContractCode.View, "public int LastQuantity", "public long LastQuantity");

    [Fact]
    public Task View2_IsForked() => ForkTest.ForksAsync("TF3012", ContractCode.View, "public int? FirstQuantity", "public int FirstQuantity", "First(x => x.o.Quantity)", "First(x => x.o.Quantity) ?? 0");
}
