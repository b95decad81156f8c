using Shop;

namespace TypedFeatures.Tests.Meaning;

/// <summary>Every shape of query the language accepts; that this file compiles is the test.</summary>
internal static class QueryShapes
{
    private sealed record Out
    {
        public object? Key { get; init; }
        public object? A { get; init; }
        public object? B { get; init; }
        public string Text { get; init; } = "";
        public long Number { get; init; }
    }

    private static FeatureQuery<Out> LeftJoinAndLetBefore(Events<Purchase> purchases, Dimension<Merchant> merchants) =>
        from p in purchases
        join m in merchants on p.MerchantId equals m.MerchantId into ms
        from m in ms.DefaultIfEmpty()
        let country = m != null ? m.Country : null
        where country != "FR"
        let amount = p.Amount ?? 0
        group new { p, m, amount } by new { p.UserId, p.Category } into g
        let week = g.Last(TimeSpan.FromDays(7))
        let big = week.Where(x => x.amount > 10)
        select new Out { Key = g.Key.UserId, Text = g.Key.Category, A = big.Count(), B = week.Latest(x => x.m?.Country) };

    private static FeatureQuery<Out> Scalar(Events<Purchase> purchases) =>
        from p in purchases group p by p.UserId into g select new Out { Number = g.Key, A = g.All.Any() };

    private static FeatureQuery<Out> NullableScalar(Events<Purchase> purchases) =>
        from p in purchases
        let k = p.Amount == null ? (long?)null : p.UserId
        group p by k into g
        select new Out { Number = g.Key };

    private static FeatureQuery<Out> TextKey(Events<Purchase> purchases) =>
        from p in purchases group p.Amount by p.Email into g select new Out { Text = g.Key, A = g.All.Sum(x => x) };

    private static FeatureQuery<Out> TextKeyNotNull(Events<Purchase> purchases) =>
        from p in purchases group p by p.Category into g select new Out { Text = g.Key };

    private static FeatureQuery<Out> TupleKey(Events<Purchase> purchases) =>
        from p in purchases group p by (p.UserId, p.Category) into g select new Out { Number = g.Key.UserId, Text = g.Key.Category };

    private static FeatureQuery<Out> Aggregates(Events<Purchase> purchases, Dimension<Merchant> merchants) =>
        from p in purchases
        join m in merchants on (long?)p.MerchantId equals m.MerchantId
        group p by p.UserId into g
        let w = g.Last(Duration.Hours(1))
        let status = w.Mode(p => p.Status)
        let mode = w.Mode(p => p.Category)
        let max = w.Max(p => p.Amount)
        let first = w.First(p => (OrderStatus?)p.Status)
        select new Out
        {
            Number = w.Count(p => p.Amount > 3) + w.CountDistinct(p => p.Email) + w.CountDistinct(p => p.Amount) + (long)w.Sum(p => p.Amount) + w.Sum(p => p.Category.Length),
            Text = mode ?? "none",
            A = status ?? OrderStatus.Pending,
            B = max.HasValue && first.HasValue && w.All(p => p.UserId > 1) && w.Any(p => p.ChargedBack),
            Key = (w.Average(p => p.UserId), w.Sum(p => p.IngestedAt - p.OccurredAt), w.Sum(p => (float?)p.Amount), w.Min(p => p.OccurredAt)?.Hour, w.Latest(p => p.Email)?.Length),
        };
}
