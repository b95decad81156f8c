using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3030Tests
{
    [Fact]
    public async Task ATagTakenFromAColumn_IsAnErrorAtWhatReadsIt()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.PiiRemoved, ["[Pii] public string? Email", "public string? Email", "public string? LastEmail", "public string? [|LastEmail|]"]);
        diagnostic.GetMessage(null).ShouldBe(
            "Feature 'last_email' of feature view 'user_orders' version 1: it is no longer marked as personal data. Affected services: 'checkout' version 3. "
            + "Mark it [Pii] again, or say why it is no personal data: [PiiRemoval(\"reason\")].");
    }

    [Theory]
    [InlineData("[Pii] public string? Email", "[PiiRemoval(\"hashed since\")] public string? Email")]
    [InlineData("[Pii] public string? Email", "public string? Email", "public string? LastEmail", "[PiiRemoval(\"hashed since\")] public string? LastEmail")]
    [InlineData("public double Price { get; init; }", "[Pii] public double Price { get; init; }")]
    public Task ATagTakenWithAReason_OrAdded_IsAllowed(params string[] edits) => ContractTest.AllowsAsync(RulesOf.PiiRemoved, edits);
}
