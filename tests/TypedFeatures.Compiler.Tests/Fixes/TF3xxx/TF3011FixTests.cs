using TypedFeatures.Compiler.Tests.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>A definition that reads other rows is forked.</summary>
public class TF3011FixTests
{
    [Fact]
    public Task View_IsForked() => ForkTest.ForksAsync("TF3011", ContractCode.View, "Define(Events<Order> orders, Dimension", "Define(Events<Return> orders, Dimension");

    [Fact]
    public Task Table_IsForked() => ForkTest.ForksAsync("TF3011", ContractCode.Table, "MaxAge = \"30d\"", "MaxAge = \"29d\"");

    [Fact]
    public Task Label_IsForked() => ForkTest.ForksAsync("TF3011", ContractCode.Label, "g.Next(Days(60))", "g.Next(Days(61))");
}
