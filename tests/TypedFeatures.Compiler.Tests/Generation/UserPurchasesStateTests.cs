namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>The state of the design's first view, by hand. A feed row: user, event time, amount, amount × rate, category, occurred at.</summary>
public sealed class UserPurchasesStateTests
{
    private const long Day = 86_400_000_000;
    private const long Start = 1_700_000_000_000_000;
    private static readonly LoadedView View = LoadedView.Of("Shop.UserPurchases", TestCode.Shop("Sources.cs"), TestCode.Shop("UserPurchases.cs"));

    [Fact]
    public void OverNoRows_IsTheEmptyValue()
    {
        var features = View.Evaluate(42L, Start, Start + Day, out var found);
        found.ShouldBeFalse();
        features["UserId"].ShouldBe(42L);
        features["Purchases7d"].ShouldBe(0L);
        features["AverageOrderValue30d"].ShouldBeNull();
        features["Spend30dGbp"].ShouldBe(0.0);
        features["FavouriteCategory90d"].ShouldBeNull();
        features["DaysSinceLastPurchase"].ShouldBeNull();
    }

    [Fact]
    public void EachWindow_TakesItsOwnRows()
    {
        var asOf = Start + (100 * Day);
        var features = View.Evaluate(
            42L, asOf, asOf, out var found,
            Purchase(asOf - (365 * Day), 1, "old"), // exactly at the start of the longest window: outside
            Purchase(asOf - (364 * Day), 2, "b"),
            Purchase(asOf - (89 * Day), 4, "b"),
            Purchase(asOf - (80 * Day), 8, "a"),
            Purchase(asOf - (79 * Day), 16, "a"),
            Purchase(asOf - (29 * Day), 32, "b"),
            Purchase(asOf - (7 * Day), 64, "c"), // exactly seven days ago: not in the last seven days
            Purchase(asOf - (7 * Day) + 1, 128, "d"),
            Purchase(asOf - (Day / 2), 256, "e"));
        found.ShouldBeTrue();
        features["Purchases7d"].ShouldBe(2L);
        features["AverageOrderValue30d"].ShouldBe((32 + 64 + 128 + 256) / 4.0);
        features["Spend30dGbp"].ShouldBe(2.0 * (32 + 64 + 128 + 256));
        features["FavouriteCategory90d"].ShouldBe("a"); // a and b twice each
        features["DaysSinceLastPurchase"].ShouldBe(0.5);
    }

    [Fact]
    public void ReadLater_TheWindowsSlide_AndFutureDatedRowsCome()
    {
        var watermark = Start;
        object?[][] rows = [Purchase(Start - Day, 10, "a"), Purchase(Start + Day, 20, "b")];
        View.Feature("Purchases7d", 42L, watermark, Start, rows).ShouldBe(1L);
        View.Feature("Purchases7d", 42L, watermark, Start + Day - 1, rows).ShouldBe(1L);
        View.Feature("Purchases7d", 42L, watermark, Start + Day, rows).ShouldBe(2L);
        View.Feature("Purchases7d", 42L, watermark, Start + (6 * Day), rows).ShouldBe(1L);
        View.Feature("Purchases7d", 42L, watermark, Start + (8 * Day), rows).ShouldBe(0L);
        View.Evaluate(42L, watermark, Start + (364 * Day), out var found, rows);
        found.ShouldBeTrue();
        View.Evaluate(42L, watermark, Start + (366 * Day), out found, rows);
        found.ShouldBeFalse();
    }

    [Fact]
    public void AFutureDatedRowAlone_IsNotFoundYet()
    {
        View.Evaluate(42L, Start, Start, out var found, Purchase(Start + 1, 1, "a"));
        found.ShouldBeFalse();
        View.LatestEventTime(Start, View.State(Start, Purchase(Start + 1, 1, "a"))).ShouldBe(Start + 1);
    }

    [Fact]
    public void RowsNoReadCanReach_AreNotKept()
    {
        View.State(Start, Purchase(Start - (365 * Day), 1, "a")).ShouldBe(View.State(Start));
        View.State(Start, Purchase(Start - (365 * Day) + 1, 1, "a")).Length.ShouldBeGreaterThan(View.State(Start).Length);
    }

    [Fact]
    public void NullsAreSkipped()
    {
        object?[] row = [42L, Start, null, null, "a", Start];
        var features = View.Evaluate(42L, Start, Start, out _, row);
        features["Purchases7d"].ShouldBe(1L);
        features["AverageOrderValue30d"].ShouldBeNull();
        features["Spend30dGbp"].ShouldBe(0.0);
    }

    [Fact]
    public void ASumThatLeavesTheFiniteNumbers_IsAnErrorWhereNullIsNotAllowed()
    {
        object?[] row = [42L, Start, 1.0, double.MaxValue, "a", Start];
        Should.Throw<NonFiniteFeatureException>(() => View.Evaluate(42L, Start, Start, out _, row, row)).Message.ShouldContain("user_purchases.Spend30dGbp");
    }

    [Fact]
    public void ResultRows_AreReadByColumn()
    {
        var features = View.ReadFeatures(42L, 3L, double.NaN, -0.0, null, 1.5);
        (features["UserId"], features["Purchases7d"], features["AverageOrderValue30d"]).ShouldBe((42L, 3L, null));
        double.IsNegative((double)features["Spend30dGbp"]!).ShouldBeFalse();
        (features["FavouriteCategory90d"], features["DaysSinceLastPurchase"]).ShouldBe((null, 1.5));
        Should.Throw<NonFiniteFeatureException>(() => View.ReadFeatures(42L, 3L, 1.0, double.PositiveInfinity, null, null));
        Should.Throw<NonFiniteFeatureException>(() => View.ReadFeatures(42L, 3L, 1.0, null, null, null));
    }

    [Fact]
    public void DamagedStates_AreRefusedOrReadAsSomeState_NeverACrash()
    {
        var bytes = View.State(Start, Purchase(Start - Day, 10, "a"), Purchase(Start - Day, 20, "b"), Purchase(Start, 30, "a"));
        for (var length = 0; length < bytes.Length; length++)
        {
            Should.Throw<InvalidDataException>(() => View.Read(42L, Start, bytes[..length], Start, out _));
        }

        Should.Throw<InvalidDataException>(() => View.Read(42L, Start, [.. bytes, 0], Start, out _));
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var value in new byte[] { 0, 1, 2, 0x7F, 0x80, 0xC0, 0xFF, (byte)(bytes[i] ^ 0x10) })
            {
                var damaged = bytes.ToArray();
                damaged[i] = value;
                try
                {
                    View.Read(42L, Start, damaged, Start, out _);
                }
                catch (Exception exception) when (exception is InvalidDataException or NonFiniteFeatureException)
                {
                    // Bytes that are no state; or a sum of damaged amounts that is infinite.
                }
            }
        }
    }

    [Fact]
    public void TheDescriptor_SaysWhatWasDeclared()
    {
        var descriptor = View.Descriptor;
        (descriptor.Name, descriptor.Version, descriptor.Owner, descriptor.Description).ShouldBe(("user_purchases", 1, "growth-ml", "How a user buys."));
        (descriptor.OnlineTtl, descriptor.Freshness, descriptor.LongestLookback).ShouldBe((TimeSpan.FromDays(400), TimeSpan.FromHours(1), TimeSpan.FromDays(365)));
        descriptor.Keys.Select(k => k.Name).ShouldBe(["user_id"]);
        descriptor.Features[0].ShouldBe(new FieldSchema("Purchases7d", "purchases7d", Plans.ScalarType.Int64, "Completed purchases in the last 7 days."));
        descriptor.Sources.Select(s => s.Name).ShouldBe(["purchases", "merchants"]);
        descriptor.Plans.Select(p => p.Engine).ShouldBe(["clickhouse", "duckdb", "postgres", "sqlite"]);
        descriptor.ContractHash.Length.ShouldBe(16);
        descriptor.Sources[0].ShouldBe(TestCode.BindView(
            TestCode.CompileValid(TestCode.Shop("Sources.cs"), TestCode.Shop("UserPurchases.cs")), "Shop.UserPurchases").Value!.Plan.Events);
    }

    private static object?[] Purchase(long time, double amount, string category) => [42L, time, amount, 2 * amount, category, time];
}
