using TypedFeatures.CodeFixes.TF3xxx;
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

    [Fact]
    public async Task WhereTheSourceItselfChanged_NoForkKeepsWhatWasReleased_AndNothingIsOffered()
    {
        const string Times = "[EventTime] public DateTime OccurredAt { get; init; }\n    public DateTime PlacedAt";
        using var solution = new LockedSolution(
            ContractCode.ReleasedWithTexts(ContractCode.Shop), ContractCode.Edit(Times, "public DateTime OccurredAt { get; init; }\n    [EventTime] public DateTime PlacedAt"));
        (await solution.OfferedAsync(new TF3011Fixes(), (await solution.FindingsAsync("TF3011")).First())).ShouldBeEmpty();
    }
}
