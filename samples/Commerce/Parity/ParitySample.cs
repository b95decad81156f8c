using Commerce.Data;

namespace Commerce.Parity;

/// <summary>Where parity is looked at: the knowledge instants, and pairs of buyer and merchant that each view takes its keys from.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Instants">The knowledge instants W, ascending.</param>
/// <param name="Pairs">Candidates: pairs with rows and pairs without, mixed; more than are needed, as views see the same entity in several of them.</param>
internal sealed record ParitySample(Shop Shop, IReadOnlyList<DateTime> Instants, IReadOnlyList<(long UserId, long MerchantId)> Pairs)
{
    /// <summary>How long after W a value is read: at once, one microsecond later (a row exactly on a window's edge leaves it), and 37 hours later.</summary>
    public static readonly IReadOnlyList<TimeSpan> Delays = [TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(37)];

    public const int KeysPerView = 250;
    public const int InstantCount = 8;
    private const int NewEntitiesOutOf = 10;

    /// <summary>The different keys of a view: the first of the pairs that have one not seen yet.</summary>
    public IReadOnlyList<TKey> KeysOf<TKey>(Func<long, long, TKey> keyOf)
        where TKey : notnull =>
        [.. Pairs.Select(pair => keyOf(pair.UserId, pair.MerchantId)).Distinct().Take(KeysPerView)];

    public static ParitySample Create(Shop shop)
    {
        var purchases = shop.Purchases;
        var edges = EdgePurchases(shop.Size.Purchases).Select(i => purchases.Row(new Delivery(i, isAgain: false))).ToArray();

        // The instants lie exactly where a row becomes known, and exactly where one leaves a window of seven days.
        var instants = edges.Select((p, k) => k % 2 == 0 ? p.IngestedAt : p.OccurredAt.AddDays(7)).Order().ToArray();
        var edgePairs = edges.Select(p => (p.UserId, p.MerchantId));
        return new ParitySample(shop, instants, [.. edgePairs.Concat(Candidates(shop)).Take((KeysPerView * 8) + edges.Length)]);
    }

    /// <summary>One purchase per eighth of the time, near its end, or seven days before it.</summary>
    private static IEnumerable<long> EdgePurchases(long count) =>
        Enumerable.Range(1, InstantCount).Select(k =>
        {
            var day = (ShopCalendar.Days * k / InstantCount) - 1 - (k % 2 == 0 ? 7 : 0);
            return Math.Min(count - 1, count * day / ShopCalendar.Days);
        });

    /// <summary>
    /// Pairs of early purchases, so that they have rows at every instant; great entities only sometimes, as their rows are what the reference spends its time on.
    /// One in ten is an entity that nobody has heard of.
    /// </summary>
    private static IEnumerable<(long UserId, long MerchantId)> Candidates(Shop shop)
    {
        var size = shop.Size;
        var early = Math.Max(1, size.Purchases / (InstantCount + 2));
        for (var i = 0L; ; i++)
        {
            var random = new RandomStream(size.Seed, Purpose.ParityKeys, i);
            if (random.NextInt32(NewEntitiesOutOf) == 0)
            {
                yield return (size.Users + 1 + random.NextInt64(1_000_000), size.Merchants + 1 + random.NextInt64(1_000_000));
                continue;
            }

            var pair = shop.Purchases.KeysOf(new Delivery(random.NextInt64(early), isAgain: false));
            if (random.NextChance(0.01 + (20.0 * pair.UserId / size.Users)) && random.NextChance(0.05 + (4.0 * pair.MerchantId / size.Merchants)))
            {
                yield return pair;
            }
        }
    }
}
