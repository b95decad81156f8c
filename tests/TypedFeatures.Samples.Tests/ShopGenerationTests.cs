using Commerce.Data;
using Commerce.Domain;

namespace TypedFeatures.Samples.Tests;

public sealed class ShopGenerationTests(ShopData data) : IClassFixture<ShopData>
{
    [Fact]
    public void TheSameSeed_MakesTheSameShop()
    {
        var again = new Shop(ShopData.Size);
        ShopData.Read(again).ShouldBe(data.Rows);
        again.Merchants.ShouldBe(data.Shop.Merchants);
        again.Moments.ShouldBe(data.Shop.Moments);
    }

    [Fact]
    public void AnotherSeed_MakesAnotherShop()
    {
        var other = new Shop(ShopData.Size with { Seed = 8 });
        var same = ShopData.Read(other).Zip(data.Rows).Count(pair => pair.First.Row == pair.Second.Row);
        same.ShouldBe(0);
        other.Moments.ShouldNotBe(data.Shop.Moments);
    }

    [Fact]
    public void TheShopIsWhatItWas_WhateverTheFramework()
    {
        // Written down from the first run: a change here changes every published figure of the sample.
        var purchase = new Shop(new ShopSize()).Purchases.Row(new Delivery(123_456, isAgain: false));
        purchase.ShouldBe(new Purchase
        {
            EventId = "P000123456",
            OccurredAt = new DateTime(2026, 1, 23, 12, 16, 12, 450, DateTimeKind.Utc),
            IngestedAt = new DateTime(2026, 1, 23, 12, 16, 13, 926, DateTimeKind.Utc),
            UserId = 375,
            MerchantId = 163,
            Amount = 268.38,
            Category = "electronics",
            Status = OrderStatus.Completed,
            Email = "user375@example.com",
        });
    }

    [Fact]
    public void APartOfTheStream_IsThatPartOfTheWhole()
    {
        var part = data.Shop.Purchases.Deliveries(40_000, 40_100).Select(d => (d, data.Shop.Purchases.Row(d)));
        part.ShouldBe(data.Rows.Where(r => r.Delivery.Index is >= 40_000 and < 40_100));
    }

    [Fact]
    public void KeysOfARow_AreThoseOfTheRow() =>
        data.Rows.Select(r => data.Shop.Purchases.KeysOf(r.Delivery)).ShouldBe(data.Rows.Select(r => (r.Row.UserId, r.Row.MerchantId)));

    [Fact]
    public void EveryPurchase_HasAnIdOfItsOwn() =>
        data.Purchases.Select(p => p.EventId).Distinct().LongCount().ShouldBe(ShopData.Size.Purchases);

    [Fact]
    public void Purchases_ComeInOrderOfEventTime_WithSomeTies()
    {
        var times = data.Purchases.Select(p => p.OccurredAt).ToArray();
        times.ShouldBe(times.Order());
        Share(times.Skip(1).Where((time, i) => time == times[i])).ShouldBe(0.01, tolerance: 0.002);
        times[0].ShouldBeGreaterThanOrEqualTo(ShopCalendar.Start);
        times[^1].ShouldBeLessThan(ShopCalendar.End);
    }

    [Fact]
    public void AHundredth_IsDeliveredAgain_AndOnlyIngestTimeAndChargebackDiffer()
    {
        var again = data.Rows.Where(r => r.Delivery.IsAgain).ToArray();
        Share(again).ShouldBe(0.01, tolerance: 0.001);
        var first = data.Purchases.ToDictionary(p => p.EventId);
        again.Select(r => r.Row with { IngestedAt = default, ChargedBack = false })
            .ShouldBe(again.Select(r => first[r.Row.EventId] with { IngestedAt = default }));
        again.ShouldAllBe(r => r.Row.IngestedAt >= first[r.Row.EventId].IngestedAt);
        again.Count(r => r.Row == first[r.Row.EventId]).ShouldBeGreaterThan(again.Length / 8);
        again.Count(r => r.Row.ChargedBack).ShouldBeGreaterThan(again.Length / 3);
    }

    [Fact]
    public void Chargebacks_ComeDaysLater_AsNewerVersions_AndNoneThatIsNotKnownYet()
    {
        var first = data.Purchases.ToDictionary(p => p.EventId);
        first.Values.ShouldAllBe(p => !p.ChargedBack);
        var chargebacks = data.Rows.Select(r => r.Row).Where(p => p.ChargedBack).ToArray();
        chargebacks.Count(p => p.IngestedAt - first[p.EventId].IngestedAt > TimeSpan.FromDays(3)).ShouldBeGreaterThan(chargebacks.Length / 2);
        chargebacks.ShouldContain(p => p.IngestedAt > ShopCalendar.End);
        data.Shop.Rows(data.Rows.Select(r => r.Delivery)).ShouldBe(data.Rows.Select(r => r.Row).Where(p => p.IngestedAt <= ShopCalendar.End));
    }

    [Fact]
    public void Scores_AreOfTheNight_KnownLater_AndEndForSomeMerchants()
    {
        var scores = data.Shop.Risks;
        scores.ShouldAllBe(s => s.ComputedAt.Hour == 2 && s.WrittenAt > s.ComputedAt);
        scores.Select(s => (s.MerchantId, s.ComputedAt)).ShouldBeUnique();
        scores.ShouldContain(s => s.Score == null);
        var last = scores.GroupBy(s => s.MerchantId).Select(g => g.Max(s => s.ComputedAt)).ToArray();
        last.Count(at => at < ShopCalendar.End.AddDays(-30)).ShouldBeInRange(5, 40);
    }

    [Fact]
    public void ThreePercent_AreLate_UpToTwoDays()
    {
        var late = data.Purchases.Select(p => p.IngestedAt - p.OccurredAt).Where(delay => delay >= TimeSpan.FromMinutes(1)).ToArray();
        Share(late).ShouldBe(0.03, tolerance: 0.003);
        late.Max().ShouldBeInRange(TimeSpan.FromHours(46), TimeSpan.FromHours(48));
    }

    [Fact]
    public void AVeryFew_AreKnownAheadOfTheirTime() =>
        Share(data.Purchases.Where(p => p.IngestedAt < p.OccurredAt)).ShouldBe(0.002, tolerance: 0.001);

    [Fact]
    public void Refunds_AndNullAmounts_AreNearTheirShares()
    {
        Share(data.Purchases.Where(p => p.Status == OrderStatus.Refunded)).ShouldBe(0.04, tolerance: 0.003);
        Share(data.Purchases.Where(p => p.Amount is null)).ShouldBe(0.02, tolerance: 0.002);
    }

    [Fact]
    public void Buyers_AreSkewedAsZipfSays()
    {
        // With weights r^-0.8 the share of the first r of n users is about (r^0.2 - 1) / (n^0.2 - 1), ids being floors: (21^0.2 - 1) / (2001^0.2 - 1) = 0.235.
        var byUser = data.Purchases.CountBy(p => p.UserId).ToDictionary();
        Share(data.Purchases.Where(p => p.UserId <= 20)).ShouldBe(0.235, tolerance: 0.02);
        byUser[1].ShouldBeGreaterThan(3 * byUser[10]);
        byUser.Keys.ShouldAllBe(id => id >= 1 && id <= ShopData.Size.Users);
    }

    [Fact]
    public void Evenings_AreBusierThanNights_AndWeekendsThanMondays()
    {
        data.Purchases.Count(p => p.OccurredAt.Hour is 19 or 20).ShouldBeGreaterThan(10 * data.Purchases.Count(p => p.OccurredAt.Hour is 3 or 4));
        data.Purchases.Count(p => p.OccurredAt.DayOfWeek == DayOfWeek.Saturday)
            .ShouldBeGreaterThan(data.Purchases.Count(p => p.OccurredAt.DayOfWeek == DayOfWeek.Monday) * 3 / 2);
    }

    [Fact]
    public void Merchants_ChangeCountryAndRate_AFewAtTheSameInstant()
    {
        var histories = new Shop(new ShopSize()).Merchants.GroupBy(m => m.MerchantId).ToArray();
        histories.Length.ShouldBe(500);
        histories.Count(h => h.Select(m => m.Country).Distinct().Count() > 1).ShouldBeGreaterThan(100);
        histories.Count(h => h.Select(m => m.FxRate).Distinct().Count() > 1).ShouldBeGreaterThan(200);
        histories.Count(h => h.GroupBy(m => m.UpdatedAt).Any(g => g.Count() > 1)).ShouldBeInRange(5, 100);
    }

    [Fact]
    public void LabelledMoments_AreOfEveryKindOfUser()
    {
        var moments = data.Shop.Moments;
        moments.Count.ShouldBe(ShopData.Size.Labels);
        moments.ShouldAllBe(m => m.At >= ShopCalendar.Start && m.At < ShopCalendar.End);
        moments.Select(m => m.Id).ShouldBe(Enumerable.Range(0, moments.Count).Select(i => (long)i));
        ((double)moments.Count(m => m.UserId > ShopData.Size.Users) / moments.Count).ShouldBe(0.02, tolerance: 0.005);
        ((double)moments.Count(m => m.UserId <= 20) / moments.Count).ShouldBe((0.55 * 0.235) + (0.43 * 0.01), tolerance: 0.015);
        ((double)moments.Count(m => m.IsFraud) / moments.Count).ShouldBe(0.03, tolerance: 0.005);
    }

    private static double Share<T>(IEnumerable<T> rows) => (double)rows.Count() / ShopData.Size.Purchases;
}
