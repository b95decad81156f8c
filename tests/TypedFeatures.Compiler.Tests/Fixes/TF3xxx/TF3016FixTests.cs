using TypedFeatures.Compiler.Tests.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>Another order of the vector forks the service.</summary>
public class TF3016FixTests
{
    [Fact]
    public Task Service_IsForked() => ForkTest.ForksAsync("TF3016", ContractCode.Service, "public required UserOrders User { get; init; }\n    public required Risk Risk { get; init; }", "public required Risk Risk { get; init; }\n    public required UserOrders User { get; init; }");
}
