using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class TextTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Text");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Text", law);

    [Fact]
    public void TextThatIsNotWellFormed_IsRefused_NamingRowAndProperty()
    {
        // Attributes hold UTF-8, which cannot say half of a surrogate pair: no theory here.
        Refuses("a\0b", "holds a NUL character");
        Refuses("a\uD83D", "holds half of a surrogate pair");
        Refuses("\uDE00a", "holds half of a surrogate pair");
        Refuses("\uD83D\uD83D\uDE00", "holds half of a surrogate pair");

        static void Refuses(string text, string fault)
        {
            Should.Throw<ArgumentException>(() => UserPurchases.Evaluate(1, T, [Buy("a", T) with { Email = text }], [Uk]))
                .Message.ShouldContain($"Row 0 of Shop.Purchase: Email: {fault}");
            Should.Throw<ArgumentException>(() => CourierParcels.Evaluate(text, T, []))
                .Message.ShouldContain($"Part 0 of the entity key {fault}");
        }
    }

    [Fact]
    public void AsciiCase_ChangesNothingElse()
    {
        Text.LowerAscii("AZ[@\u00C9\u0130").ShouldBe("az[@\u00C9\u0130");
        Text.UpperAscii("az{`\u00E9\u0131").ShouldBe("AZ{`\u00E9\u0131");
        Text.LowerAscii(null).ShouldBeNull();
        Text.UpperAscii(null).ShouldBeNull();
    }
}
