using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2071FixTests
{
    private static readonly TF2071Fixes Fixes = new();

    [Fact]
    public Task View_HasARoleOfItsOwn() => FixTest.FixesAsync(
        Fixes,
        "role",
        TestService.Source("public required UserOrders User { get; init; }\n    public required NamedOrders Named { get; init; }"),
        TestService.Source("public required UserOrders User { get; init; }\n    [Role(\"Named\")] public required NamedOrders Named { get; init; }"));
}
