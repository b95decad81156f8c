using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3021Tests
{
    [Theory]
    [InlineData("public long Orders7d", "public int [|Orders7d|]", "g.Last(Days(7)).Count()", "checked((int)g.Last(Days(7)).Count())")]
    [InlineData("public string? Favourite90d", "public long? [|Favourite90d|]", "Mode(x => x.o.Category)", "Mode(x => x.o.ShopId)")]
    [InlineData("[Vector(3)] public float[]? Embedding", "[Vector(4)] public float[]? [|Embedding|]")]
    [InlineData("public double MaxPrice90d", "public double? [|MaxPrice90d|]")]
    public Task ANarrowerOrAnotherType_IsAnErrorAtTheProperty(params string[] edits) => ContractTest.ReportsAsync(RulesOf.TypeChanged, edits);

    [Fact]
    public async Task AnInputOfAnotherType_IsAnErrorAtIt()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.TypeChanged, ["required double Amount", "required float [|Amount|]", "? Amount / average", "? (double)Amount / average", "=> Amount * 2", "=> (double)Amount * 2"], RulesOf.Transform);
        diagnostic.GetMessage(null).ShouldStartWith("Feature 'amount' of feature service 'checkout' version 3: Double is narrower now: Single. Affected services: 'checkout' version 3.");
    }

    [Fact]
    public Task AWiderType_IsAnothersRule() => ContractTest.AllowsAsync(RulesOf.TypeChanged, "public int LastQuantity", "public long LastQuantity");
}
