using Shop;
using Shop.Cases;
using Shouldly;
using Xunit;
using static Shop.Cases.HandRows;

namespace TypedFeatures.Parity.Tests;

/// <summary>The labels worked out by hand, out of the generated reference.</summary>
public sealed class ReferenceLabelTests
{
    public static TheoryData<string> Laws() => HandLabelSpecification.Laws();

    [Theory]
    [MemberData(nameof(Laws))]
    public void GeneratedEvaluate_SaysWhatWasWorkedOut(string law)
    {
        var hand = LabelCases.All.Single(c => c.Law == law);
        if (hand.Watermark is not { } watermark)
        {
            hand.Expected.ShouldBeNull();
            return;
        }

        object? label = hand.Label == typeof(ChargedBack60d)
            ? ChargedBack60d.Evaluate(1, T, hand.Rows.Purchases, watermark)
            : CategoryOutcomes.Evaluate(1, "books", T, hand.Rows.Purchases, hand.Rows.Merchants, watermark);
        label.ShouldBe(hand.Expected);
    }
}
