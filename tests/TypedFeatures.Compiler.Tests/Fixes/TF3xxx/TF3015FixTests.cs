using TypedFeatures.Compiler.Tests.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>A shorter memory of the online store forks the record.</summary>
public class TF3015FixTests
{
    [Fact]
    public Task View_IsForked() => ForkTest.ForksAsync("TF3015", ContractCode.View, "400d", "399d");

    [Fact]
    public Task Table_IsForked() => ForkTest.ForksAsync("TF3015", ContractCode.Table, "MaxAge = \"30d\"", "MaxAge = \"30d\", OnlineTtl = \"90d\"");
}
