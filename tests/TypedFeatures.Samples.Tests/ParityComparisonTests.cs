using Commerce.Features;
using Commerce.Parity;

namespace TypedFeatures.Samples.Tests;

public sealed class ParityComparisonTests
{
    private static readonly DateTime Instant = new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Moment At = new("user_purchases", 42L, Instant, Instant);

    private static readonly UserPurchases Right = new()
    {
        UserId = 42,
        Purchases7d = 3,
        AverageOrderValue30d = 12.5,
        Spend30dGbp = 1_000,
        FavouriteCategory90d = "books",
        DaysSinceLastPurchase = 0.25,
    };

    private readonly FeatureComparer<UserPurchases> comparer = new(
        UserPurchases.View.Descriptor, new HashSet<string> { nameof(UserPurchases.AverageOrderValue30d), nameof(UserPurchases.Spend30dGbp) });

    public static TheoryData<UserPurchases, string> Wrong => new()
    {
        { Right with { Purchases7d = 4 }, nameof(UserPurchases.Purchases7d) },
        { Right with { AverageOrderValue30d = null }, nameof(UserPurchases.AverageOrderValue30d) },
        { Right with { AverageOrderValue30d = 12.5 + 2e-8 }, nameof(UserPurchases.AverageOrderValue30d) },
        { Right with { Spend30dGbp = 1_000.000_002 }, nameof(UserPurchases.Spend30dGbp) },
        { Right with { FavouriteCategory90d = "Books" }, nameof(UserPurchases.FavouriteCategory90d) },
        { Right with { FavouriteCategory90d = null }, nameof(UserPurchases.FavouriteCategory90d) },
        { Right with { DaysSinceLastPurchase = Math.BitIncrement(0.25) }, nameof(UserPurchases.DaysSinceLastPurchase) },
    };

    [Fact]
    public void EqualRecords_HaveNoDifference()
    {
        comparer.Count.ShouldBe(5);
        comparer.Compare(At, Right, Right with { }, Right with { }).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AWrongValue_IsReported_WhetherSqlOrOnlineIsWrong(UserPurchases wrong, string feature)
    {
        comparer.Compare(At, Right, wrong, Right).Select(d => d.Feature).ShouldBe([feature]);
        comparer.Compare(At, Right, Right, wrong).Select(d => d.Feature).ShouldBe([feature]);
        comparer.Compare(At, Right, sql: null, wrong).Select(d => d.Feature).ShouldBe([feature]);
    }

    [Fact]
    public void AFloatingSum_MayDifferInItsLastDigits_ButNothingElse()
    {
        var rounded = Right with { AverageOrderValue30d = Math.BitIncrement(12.5), Spend30dGbp = 1_000 + 1e-10 };
        comparer.Compare(At, Right, rounded, rounded).ShouldBeEmpty();
    }

    [Fact]
    public void ADifference_ShowsItsInputsAndTheThreeValues()
    {
        var difference = comparer.Compare(At, Right, Right with { Purchases7d = 4 }, Right with { Purchases7d = 5 }).ShouldHaveSingleItem();
        difference.ToString().ShouldBe(
            "user_purchases.Purchases7d of 42, known by 2026-02-01T00:00:00.0000000Z, as of 2026-02-01T00:00:00.0000000Z: reference 3, sql 4, online 5");
    }

    [Fact]
    public void OneWrongValue_FailsTheRun()
    {
        var tally = new ParityTally();
        tally.AddThreeWay(comparer.Count, isFound: true, comparer.Compare(At, Right, Right, Right));
        (tally.ClosingLine, tally.ExitCode).ShouldBe(("parity: 0 mismatches in 5 values", 0));

        tally.AddThreeWay(comparer.Count, isFound: false, comparer.Compare(At, Right, Right, Right with { Purchases7d = 4 }));
        (tally.ClosingLine, tally.ExitCode).ShouldBe(("parity: 1 mismatches in 10 values", 1));
    }

    [Fact]
    public void AWrongValueReadLater_FailsTheRun_ThoughItIsNoThreeWayComparison()
    {
        var tally = new ParityTally();
        tally.AddLater(comparer.Count, comparer.Compare(At, Right, sql: null, Right with { Purchases7d = 4 }));
        (tally.ClosingLine, tally.ExitCode).ShouldBe(("parity: 1 mismatches in 0 values", 1));
    }

    [Fact]
    public void AToleranceForAFeatureThatIsNotThere_IsRefused() =>
        Should.Throw<ArgumentException>(() => new FeatureComparer<UserPurchases>(UserPurchases.View.Descriptor, new HashSet<string> { "Spend" }));
}
