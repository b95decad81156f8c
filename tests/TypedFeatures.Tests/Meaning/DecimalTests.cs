using Shop;
using Shouldly;
using TypedFeatures.Online;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;

namespace TypedFeatures.Tests.Meaning;

public sealed class DecimalTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Decimals");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Decimals", law);

    [Theory]
    [InlineData("0.001", "has more than 2 digits after the point, or more than 12 in all, where [Decimal(12, 2)] says how many; round it, or declare more.")]
    [InlineData("10000000000.00", "has more than 12 digits where [Decimal(12, 2)] says how many; declare more.")]
    [InlineData("-10000000000", "has more than 12 digits where [Decimal(12, 2)] says how many; declare more.")]
    [InlineData("79228162514264337593543950335", "has more than 2 digits after the point, or more than 12 in all, where [Decimal(12, 2)] says how many; round it, or declare more.")]
    [InlineData("0.0000000000000000000000000001", "has more than 2 digits after the point, or more than 12 in all, where [Decimal(12, 2)] says how many; round it, or declare more.")]
    public void ValueOfMoreDigits_IsRefused_AndNotShown(string amount, string fault) =>
        Should.Throw<ArgumentException>(() => PayerTotals.Evaluate("bo", T, [Paid(Number(amount))])).Message
            .ShouldContain("Row 0 of Shop.Payment: Amount: " + fault);

    [Theory]
    [InlineData("9999999999.99")]
    [InlineData("-9999999999.99")]
    [InlineData("1.5000000000000000000000000000")]
    [InlineData("-0.00")]
    public void ValueWithZerosAtItsEnd_IsTaken(string amount) =>
        PriceTally.Evaluate(Number(amount), T, [Paid(Number(amount))], []).Paid.ShouldBe(Number(amount));

    [Fact]
    public void Values_HaveTheScaleTheyAreDeclaredWith()
    {
        var features = PayerTotals.Evaluate("bo", T, [Paid(1m), Paid(-0m) with { PaymentId = 2 }]);

        features.Total.Scale.ShouldBe((byte)2);
        features.Net.Scale.ShouldBe((byte)4);
        features.Points.Scale.ShouldBe((byte)0);
        features.Latest.ShouldNotBeNull();
        decimal.IsNegative(features.Latest.Value).ShouldBeFalse();
        PayerTotals.Evaluate("nobody", T, []).Net.Scale.ShouldBe((byte)4);
    }

    [Fact]
    public void DecimalWithoutDigits_IsRefused_SayingWhatToMark() =>
        Should.Throw<InvalidOperationException>(() => ReferenceRows.Events<WithoutDigits>([])).Message
            .ShouldContain("has the decimal property Price of no known precision; mark it [Decimal(precision, scale)].");

    /// <summary>What engines and generated code compute of units is, to the bit, what .NET makes of the decimal.</summary>
    [Fact]
    public void UnitsDividedAsDoubles_AreTheDouble_OfDotNet()
    {
        var random = new Random(20_240_331);
        double[] powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];
        for (var i = 0; i < 2_000_000; i++)
        {
            var scale = random.Next(19);
            var units = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            if (BitConverter.DoubleToInt64Bits((double)DecimalValue.Of(units, scale)) != BitConverter.DoubleToInt64Bits(units / powers[scale]))
            {
                // 0 has no sign here.
                units.ShouldBe(0, $"scale {scale}");
            }
        }
    }

    [Fact]
    public void Units_ComeBackAsTheyWent()
    {
        var random = new Random(7);
        for (var i = 0; i < 100_000; i++)
        {
            var scale = random.Next(19);
            var units = random.NextInt64(-999_999_999_999_999_999, 1_000_000_000_000_000_000) >> random.Next(60);
            var value = DecimalValue.Of(units, scale);
            value.Scale.ShouldBe((byte)scale);
            DecimalValue.UnitsOf(value, scale).ShouldBe(units);
            DecimalValue.Normal(value / 1.0000000000000000000000000000m, 18, scale, "it").ShouldBe(value);
        }
    }

    private static Payment Paid(decimal amount) => new() { PaymentId = 1, PaidAt = T, Payer = "bo", Amount = amount };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record WithoutDigits
    {
        [EventId] public int Id { get; init; }
        [EventTime] public DateTime At { get; init; }
        public decimal Price { get; init; }
    }
}
