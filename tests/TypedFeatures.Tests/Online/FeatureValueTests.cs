using TypedFeatures.Online;

namespace TypedFeatures.Tests.Online;

public sealed class FeatureValueTests
{
    [Fact]
    public void ANullableFeature_IsNullWhereNotFinite_AndNeverMinusZero()
    {
        FeatureValue.Finite(double.NaN).ShouldBeNull();
        FeatureValue.Finite(double.PositiveInfinity).ShouldBeNull();
        FeatureValue.Finite((double?)null).ShouldBeNull();
        FeatureValue.Finite(float.NegativeInfinity).ShouldBeNull();
        double.IsNegative(FeatureValue.Finite((double?)-0.0)!.Value).ShouldBeFalse();
        double.IsNegative(FeatureValue.Finite(-0.0, "view", "Feature")).ShouldBeFalse();
    }

    [Fact]
    public void ANonNullableFeature_ThatIsNotFinite_NamesViewAndProperty() =>
        Should.Throw<NonFiniteFeatureException>(() => FeatureValue.Finite(double.NaN, "user_purchases", "Spend"))
            .Message.ShouldContain("user_purchases.Spend");

    [Fact]
    public void IllFormedText_IsNoPartOfAKey()
    {
        KeyText.WellFormed("é\U0001F600").ShouldBe("é\U0001F600");
        Should.Throw<ArgumentException>(() => KeyText.WellFormed("\uD83D"));
        Should.Throw<ArgumentException>(() => KeyText.WellFormed("a\0"));
    }
}
