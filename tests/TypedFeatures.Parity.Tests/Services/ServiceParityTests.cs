using System.Globalization;
using System.Reflection;
using Shop;
using Shouldly;
using TypedFeatures.Offline;
using TypedFeatures.Online;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>A service answers with what its views and its getters say: from SQL on every engine, from states online, and in memory.</summary>
public sealed class ServiceParityTests
{
    public static TheoryData<string> EngineNames() => [.. Engines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task OnDemandFeatures_AreInSqlWhatTheirGettersSay(string engine)
    {
        await using var arena = await ServiceArena.OpenAsync(engine);
        await arena.Store.IngestAsync(QuoteRows.Parcels);
        await arena.Store.IngestAsync(QuoteRows.Couriers);
        var spine = QuoteRows.Spine(2000, seed: 7);

        var trained = await arena.Store.Training(ParcelQuote.Service, spine).ToListAsync();
        var computed = await arena.OnDemandAsync(ParcelQuote.Service.Descriptor, arena.Store.Training(ParcelQuote.Service, spine));

        trained.Count.ShouldBe(spine.Count);
        var getters = ParcelQuote.Service.Descriptor.Features
            .Select(f => (Field: f, Getter: typeof(ParcelQuote).GetProperty(f.Property)))
            .Where(f => f.Getter is not null)
            .ToList();
        getters.Count.ShouldBe(18);
        var present = 0;
        for (var i = 0; i < spine.Count; i++)
        {
            trained[i].Features.ShouldBe(Expected(spine[i]), $"{engine}: {spine[i]}");
            foreach (var (field, getter) in getters)
            {
                var inMemory = ServiceArena.Text(getter!.GetValue(trained[i].Features));
                computed[i][field.Name].ShouldBe(inMemory, $"{engine}: {field.Property} of {spine[i]}");
                present += inMemory.Length > 0 ? 1 : 0;
            }
        }

        ((double)present / (spine.Count * getters.Count)).ShouldBeGreaterThan(0.7, "most comparisons are of values, not of nulls");
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task Serving_AnswersWhatTrainingSaw_InOneRoundTrip(string engine)
    {
        await using var arena = await ServiceArena.OpenAsync(engine);
        await arena.Store.IngestAsync(QuoteRows.Parcels);
        await arena.Store.IngestAsync(QuoteRows.Couriers);
        var spine = QuoteRows.Spine(300, seed: 11).Select(s => s with { AsOf = QuoteRows.AsOf }).ToList();
        await arena.Store.MaterializeAsync(DepotScores.View, QuoteRows.AsOf);
        await arena.Store.MaterializeAsync(ZoneItems.View, QuoteRows.AsOf);
        var trained = await arena.Store.Training(ParcelQuote.Service, spine).ToListAsync();
        arena.Online.Reads.Clear();

        var served = await arena.Store.Online(ParcelQuote.Service).GetManyAsync(
            spine.Select(s => ParcelQuote.Service.RequestOf(s)), QuoteRows.AsOf);

        // Two headers (one view in two roles has one), and three states a request.
        arena.Online.Reads.ShouldBe([2 + (3 * spine.Count)]);
        served.ShouldBe(trained.Select(t => t.Features));
    }

    /// <summary>The places of a category are called by it, in the order in which it was named, an enum's in that of its values.</summary>
    [Fact]
    public void EncodedCategories_NameTheirPlaces()
    {
        ParcelQuote.FeatureNames.Where(n => n.StartsWith("note_", StringComparison.Ordinal) || n.StartsWith("size_", StringComparison.Ordinal)).ShouldBe(
        [
            "note_length", "note_kind=a", "note_kind=\U0001F600", "note_kind=", "note_kind='quoted'", "size_kind=Small", "size_kind=Large", "size_kind=Medium", "note_bucket",
        ]);
        var quote = new ParcelQuote
        {
            Note = "\U0001F600", From = new DepotScores(), To = new DepotScores(), FromZone = new ZoneItems(), Size = ParcelSize.Large,
            PostedAt = QuoteRows.AsOf,
        };
        var vector = new float[ParcelQuote.FeatureNames.Count];
        quote.CopyTo(vector);
        var named = ParcelQuote.FeatureNames.Zip(vector).Where(p => p.First.Contains('=', StringComparison.Ordinal)).Select(p => p.Second);
        named.ShouldBe([0, 1, 0, 0, 0, 1, 0]);
        quote.ToRow().NoteKind.ShouldBe([0, 1, 0, 0]);
        (quote with { Note = null }).ToRow().NoteKind.ShouldBe([0, 0, 0, 0]);
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task CheckoutFraud_OfTheDesign_TrainsAndServes(string engine)
    {
        var at = new DateTime(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        Purchase Bought(int id, long user, long merchant, double amount, string category) => new()
        {
            EventId = "p" + id.ToString(CultureInfo.InvariantCulture), OccurredAt = at.AddHours(-id), IngestedAt = at.AddHours(-id),
            UserId = user, MerchantId = merchant, Amount = amount, Category = category, Status = Shop.OrderStatus.Completed,
        };
        await using var arena = await ServiceArena.OpenAsync(engine);
        await arena.Store.IngestAsync([new Merchant { MerchantId = 7, UpdatedAt = at.AddYears(-1), Country = "GB", FxRate = 1 }]);
        await arena.Store.IngestAsync([Bought(1, 42, 7, 10, "books"), Bought(2, 42, 7, 30, "books"), Bought(3, 43, 7, 5, "toys")]);
        await arena.Store.MaterializeAsync(UserPurchases.View, at);
        await arena.Store.MaterializeAsync(MerchantStats.View, at);

        var fraud = await arena.Store.Online(CheckoutFraud.Service).GetAsync(new CheckoutFraud.Request(UserId: 42, MerchantId: 7, Amount: 50), at);
        var trained = await arena.Store.Training(CheckoutFraud.Service, [new CheckoutFraud.Spine(42, 7, 50, at), new CheckoutFraud.Spine(99, 7, 50, at)]).ToListAsync();

        trained[0].Features.ShouldBe(fraud);
        trained[0].Found.ShouldBeTrue();
        trained[1].Found.ShouldBeFalse("user 99 bought nothing");
        fraud.AmountVsAverage.ShouldBe(2.5);
        fraud.IsNewUser.ShouldBeFalse();
        fraud.IsUsualCategory.ShouldBeTrue();
        trained[1].Features.AmountVsAverage.ShouldBe(1);
        trained[1].Features.IsNewUser.ShouldBeTrue();

        CheckoutFraud.FeatureNames.ShouldBe(
        [
            "user_purchases7d", "user_average_order_value30d", "user_spend30d_gbp", "user_days_since_last_purchase",
            "merchant_purchases30d", "merchant_average_amount30d", "amount", "amount_vs_average", "is_new_user", "is_usual_category",
        ]);
        var vector = new float[CheckoutFraud.FeatureNames.Count];
        fraud.CopyTo(vector);
        vector.ShouldBe([2, 20, 40, (float)(1.0 / 24), 3, 15, 50, 2.5f, 0, 1]);
        trained[1].Features.CopyTo(vector);
        vector.ShouldBe([0, float.NaN, 0, float.NaN, 3, 15, 50, 1, 1, 0]);
    }

    private static ParcelQuote Expected(ParcelQuote.Spine spine)
    {
        var request = ParcelQuote.Service.Normalize(ParcelQuote.Service.RequestOf(spine));
        return new ParcelQuote
        {
            Note = request.Note,
            From = DepotScores.Evaluate(request.FromDepot, spine.AsOf, QuoteRows.Parcels),
            To = DepotScores.Evaluate(request.ToDepot, spine.AsOf, QuoteRows.Parcels),
            FromZone = ZoneItems.Evaluate(request.FromZone, request.FromItems, spine.AsOf, QuoteRows.Parcels, QuoteRows.Couriers),
            Weight = request.Weight,
            Tariff = request.Tariff,
            Cents = request.Cents,
            PostedAt = request.PostedAt,
            Allowed = request.Allowed,
            Size = request.Size,
            Discount = request.Discount,
        };
    }
}
