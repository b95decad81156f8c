using TypedFeatures.Compiler.Tests.Contract;
using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3006Tests
{
    private static string Twin(int version) => $$"""

        [Label("refunded", Version = {{version}})]
        public sealed partial record [|RefundedAgain|]
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            static LabelQuery<RefundedAgain> Define(Outcomes<Order> orders) =>
                from o in orders group o by o.UserId into g
                select new RefundedAgain { UserId = g.Key, Value = g.Next(Days(60)).Any(o => o.Status == OrderStatus.Refunded) };
        }
        """;

    [Fact]
    public async Task ACopyOfTheSameVersion_IsAnErrorAtIt()
    {
        var (text, spans) = RuleTest.Unmark(ContractCode.Shop + Twin(1));
        var diagnostic = (await ContractTest.AnalyzeAsync(text, ContractCode.Released(ContractCode.Shop))).Single(d => d.Id == RulesOf.SameVersion.Id);
        diagnostic.Location.SourceSpan.ShouldBe(spans.Single());
        diagnostic.GetMessage(null).ShouldBe("'RefundedAgain' is the label 'refunded' version 1, and so is 'Refunded'. Give the newer of them the next version.");
    }

    [Fact]
    public async Task ACopyOfTheNextVersion_IsAllowed() =>
        (await ContractTest.AnalyzeAsync(RuleTest.Unmark(ContractCode.Shop + Twin(2)).Text, ContractCode.Released(ContractCode.Shop))).ShouldAllBe(d => d.Id == RulesOf.EntryOutOfDate.Id);
}
