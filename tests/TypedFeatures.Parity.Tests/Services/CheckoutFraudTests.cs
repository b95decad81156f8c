using Shop;
using Shop.Cases;
using Shouldly;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>The service of the design, at the ends of its numbers: trained with its label, served in one round trip, and the same ratio in C# and in SQL.</summary>
public sealed class CheckoutFraudTests
{
    private const long Stranger = 99;

    // Each user's one purchase is what they pay on average; a null or negative amount leaves them without an average.
    private static readonly double?[] Averages =
        [1, 3, 0.1, 1.0 / 3, 5e-324, 2.2250738585072014e-308, 1e-300, 1e308, double.MaxValue, 123456789.123, null, -5, 0];

    private static readonly double[] Amounts =
        [0, -0.0, 1, -1, 0.1, 1.0 / 3, 7, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-300, 1e300, -1e308, double.MaxValue, double.MinValue, 9007199254740993];

    private static readonly Purchase[] Rows =
    [
        .. Averages.Select((average, user) => Buy("p" + user, T - Hours(1), average) with { UserId = user }),
        Buy("x", T + Days(3), 10) with { UserId = 0 },
        Buy("x", T + Days(3), 10, T + Days(20)) with { UserId = 0, ChargedBack = true },
        // The last rows known say that the sixty days after T are over.
        Buy("z", T - Days(40), 10, T + Days(61)) with { UserId = 1000 },
    ];

    public static TheoryData<string> EngineNames() => [.. Engines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task OnDemandFeatures_AreInCSharpAndInSqlTheSame_BitForBit(string engine)
    {
        await using var arena = await OpenAsync(engine);
        var spine = Spine().Where(s => double.IsFinite(Ratio(s))).ToList();

        var served = await arena.Store.Online(CheckoutFraud.Service).GetManyAsync(spine.Select(s => CheckoutFraud.Service.RequestOf(s)), T);
        var inSql = await arena.OnDemandAsync(CheckoutFraud.Service.Descriptor, arena.Store.Training(CheckoutFraud.Service, spine));

        spine.Count.ShouldBeGreaterThan(150);
        for (var i = 0; i < spine.Count; i++)
        {
            var expected = Ratio(spine[i]);
            served[i].AmountVsAverage.ShouldBe(expected, spine[i].ToString());
            inSql[i]["amount_vs_average"].ShouldBe(ServiceArena.Text(expected), $"{engine}: {spine[i]}");
            inSql[i]["is_new_user"].ShouldBe(ServiceArena.Text(served[i].IsNewUser), $"{engine}: {spine[i]}");
            inSql[i]["is_usual_category"].ShouldBe(ServiceArena.Text(served[i].IsUsualCategory), $"{engine}: {spine[i]}");
        }
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task RatioThatIsNotFinite_IsRefusedWhenTrainedAndWhenServed(string engine)
    {
        await using var arena = await OpenAsync(engine);
        var spine = Spine().Where(s => !double.IsFinite(Ratio(s))).ToList();
        spine.Count.ShouldBeGreaterThan(10);
        var vector = new float[CheckoutFraud.FeatureNames.Count];

        foreach (var row in spine)
        {
            var fraud = await arena.Store.Online(CheckoutFraud.Service).GetAsync(CheckoutFraud.Service.RequestOf(row), T);
            Should.Throw<NonFiniteFeatureException>(() => fraud.CopyTo(vector));
            Should.Throw<NonFiniteFeatureException>(() => fraud.ToRow());
        }

        await Should.ThrowAsync<NonFiniteFeatureException>(() => arena.OnDemandAsync(
            CheckoutFraud.Service.Descriptor, arena.Store.Training(CheckoutFraud.Service, spine.Take(1))));
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task Service_TrainsWithItsLabel_AndServesTheSameInOneRoundTrip(string engine)
    {
        await using var arena = await OpenAsync(engine);
        CheckoutFraud.Spine[] spine = [new(0, 7, 5, T), new(1, 7, 5, T), new(Stranger, 7, 5, T), new(0, 7, 5, T + Days(2))];

        var set = arena.Store.Training(CheckoutFraud.Service, spine).WithLabel(ChargedBack60d.Label);
        var trained = await set.ToListAsync();
        arena.Online.Reads.Clear();
        var served = await arena.Store.Online(CheckoutFraud.Service).GetManyAsync(spine.Take(3).Select(s => CheckoutFraud.Service.RequestOf(s)), T);

        // Two headers, and two states a request, asked for at once.
        arena.Online.Reads.ShouldBe([2 + (2 * 3)]);
        set.Censored.ShouldBe(1, "sixty days after T + 2 are not over at T + 61");
        trained.Select(r => r.Label.Value).ShouldBe([true, false, false]);
        trained.Select(r => r.Features).ShouldBe(served);
        trained.Select(r => r.Features.AmountVsAverage).ShouldBe([5, 5.0 / 3, 1]);
    }

    // Worked out apart from the service: the average of one purchase is that purchase.
    private static double Ratio(CheckoutFraud.Spine spine) =>
        spine.UserId != Stranger && Averages[(int)spine.UserId] is > 0 and var average ? spine.Amount / average : 1;

    private static IEnumerable<CheckoutFraud.Spine> Spine() =>
        from user in Enumerable.Range(0, Averages.Length).Select(u => (long)u).Append(Stranger)
        from amount in Amounts
        select new CheckoutFraud.Spine(user, 7, amount, T);

    private static async Task<ServiceArena> OpenAsync(string engine)
    {
        var arena = await ServiceArena.OpenAsync(engine);
        await arena.Store.IngestAsync(Rows);
        await arena.Store.IngestAsync([Uk]);
        await arena.Store.MaterializeAsync(UserPurchases.View, T);
        await arena.Store.MaterializeAsync(MerchantStats.View, T);
        return arena;
    }
}
