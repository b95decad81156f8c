using Commerce.Domain;

namespace Commerce.Data;

/// <summary>The merchants and their changes.</summary>
internal static class MerchantHistory
{
    private static readonly string[] Countries = ["GB", "GB", "GB", "DE", "FR", "IE", "PL", "US"];

    /// <summary>Every merchant's rows: how it starts, then what changes.</summary>
    public static IReadOnlyList<Merchant> Create(ShopSize size) =>
        [.. Enumerable.Range(1, size.Merchants).SelectMany(id => RowsOf(size, id))];

    private static IEnumerable<Merchant> RowsOf(ShopSize size, int id)
    {
        var random = new RandomStream(size.Seed, Purpose.Merchant, id);

        // A few merchants sell before they are entered in the table: their purchases have no match until then.
        var isEnteredLate = random.NextChance(0.04);
        var entered = isEnteredLate
            ? ShopCalendar.Start.AddMinutes(random.NextInt32(60 * 1_440))
            : ShopCalendar.Start.AddDays(-30);
        var country = random.NextInt32(Countries.Length);
        yield return Row(id, entered, country, ref random);

        var changes = random.NextInt32(7);
        for (var i = 0; i < changes; i++)
        {
            var at = ShopCalendar.Start.AddSeconds(random.NextInt32(ShopCalendar.Days * 86_400));
            country = random.NextChance(0.3) ? random.NextInt32(Countries.Length) : country;
            if (at > entered)
            {
                yield return Row(id, at, country, ref random);
            }

            // Two changes at the same instant: the order of the columns decides which one counts.
            if (at > entered && random.NextChance(0.03))
            {
                yield return Row(id, at, random.NextInt32(Countries.Length), ref random);
            }
        }
    }

    private static Merchant Row(int id, DateTime at, int country, ref RandomStream random)
    {
        var rate = Countries[country] == "GB" ? 1 : (7_000 + random.NextInt32(3_000)) / 10_000.0;
        return new Merchant { MerchantId = id, UpdatedAt = at, Country = Countries[country], FxRate = rate };
    }
}
