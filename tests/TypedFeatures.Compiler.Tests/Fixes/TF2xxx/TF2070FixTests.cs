using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2070FixTests
{
    private static readonly TF2070Fixes Fixes = new();

    private const string User = "public required UserOrders User { get; init; }";

    [Fact]
    public Task Service_BecomesASealedPartialRecord() => FixTest.FixesAsync(
        Fixes, "shape", TestService.Source(User, "[FeatureService(\"test_service\")] public record TestService"), TestService.Source(User));

    [Fact]
    public Task Name_IsCorrected() => FixTest.FixesAsync(
        Fixes,
        "name",
        TestService.Source(User, "[FeatureService(\"test service\")] public sealed partial record TestService"),
        TestService.Source(User));

    [Fact]
    public Task Input_IsMarked() => FixTest.FixesAsync(
        Fixes, "request", TestService.Source(User + "\n    public double Amount { get; init; }"), TestService.Source(User + "\n    [Request] public double Amount { get; init; }"));

    [Theory]
    [InlineData("public long Twice { get { var orders = User.Orders; return orders; } }")]
    [InlineData("public double Amount { get; private init; }")]
    public Task WhatIsNoInput_IsNotMarked(string property) => FixTest.OffersAsync(Fixes, TestService.Source(User + " " + property));

    [Fact]
    public Task View_IsRequired() => FixTest.FixesAsync(Fixes, "required", TestService.Source("public UserOrders? User { get; init; }"), TestService.Source(User));
}
