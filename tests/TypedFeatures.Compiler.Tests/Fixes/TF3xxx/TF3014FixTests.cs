using TypedFeatures.Compiler.Tests.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>A feature that readers of the released version could not be given forks the record.</summary>
public class TF3014FixTests
{
    [Fact]
    public Task View_IsForked() => ForkTest.ForksAsync("TF3014", ContractCode.View, "public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; }\n    public long Orders1d { get; init; }", "Favourite90d = g", "Orders1d = g.Last(Days(1)).Count(),\n                Favourite90d = g");
}
