namespace Commerce.Data;

/// <summary>A moment a model should learn from: who, where, when, for how much, and what a reviewer said. A row of the caller's own, which the store carries through untouched.</summary>
internal readonly record struct LabelledMoment(long Id, long UserId, long MerchantId, DateTime At, bool IsFraud, double Amount);

/// <summary>Draws labelled moments.</summary>
internal static class LabelledMoments
{
    private const double FraudShare = 0.03;

    /// <summary>Moments in random order: most users as buyers are weighted, the others evenly, and a few nobody has heard of.</summary>
    public static IReadOnlyList<LabelledMoment> Create(PurchaseStream purchases)
    {
        var size = purchases.Size;
        var moments = new LabelledMoment[size.Labels];
        for (var i = 0; i < moments.Length; i++)
        {
            var random = new RandomStream(size.Seed, Purpose.LabelledMoment, i);
            var user = UserOf(purchases, ref random);
            moments[i] = new(
                i,
                user,
                purchases.MerchantFor(user, ref random),
                ShopCalendar.At(random.NextDouble()),
                random.NextChance(FraudShare),
                Assortment.Amount(ref random));
        }

        return moments;
    }

    private static long UserOf(PurchaseStream purchases, ref RandomStream random)
    {
        var kind = random.NextDouble();
        var uniform = random.NextDouble();
        var users = purchases.Size.Users;
        return kind < 0.55 ? purchases.UserAt(uniform)
            : kind < 0.98 ? 1 + (long)(uniform * users)
            : users + 1 + (long)(uniform * users);
    }
}
