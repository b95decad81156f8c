using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Decimals, in the payments of payer Bo; the greatest that 18 digits say among them.</summary>
internal static class DecimalCases
{
    private const decimal MostPoints = 999_999_999_999_999_999m;

    private static readonly DateTime LongAgo = T - Days(30);
    private static readonly PayerTotals Nothing = new() { Payer = "bo" };
    private static readonly PriceTally NoTally = new() { Price = 1m };

    public static readonly HandParagraph All = WithFaults(new("Decimals")
    {
        { "Of no rows a total is 0 and the rest null", Paid(), Nothing },
        {
            "Sums are exact where doubles are not",
            Paid(Pay(1, 0.10m), Pay(2, 0.20m)),
            Bo(0.30m, 0.10m, 0.20m, 0.20m, 0.10m, [0.20m, 0.10m], (0.10m, 1), (0.20m, 1)) with { TotalAsDouble = 0.3, LatestWhole = 0, LeastWhole = 0 }
        },
        {
            "Trailing zeros make no other value",
            Paid(Pay(1, 1m), Pay(2, 1.0m), Pay(3, 1.00m), Pay(4, 2m)),
            Bo(5m, 1m, 2m, 2m, 1m, [2m, 1m, 1m], (1m, 3), (2m, 1)) with { TotalAsDouble = 5, LatestWhole = 2, LeastWhole = -2 }
        },
        {
            "A sum of two scales has the finer one, and a missing fee is nothing",
            Paid(Pay(1, 1.25m) with { Fee = 0.0125m }, Pay(2, 2.50m)),
            Bo(3.75m, 1.25m, 2.50m, 2.50m, 1.25m, [2.50m, 1.25m], (1.25m, 1), (2.50m, 1)) with
            {
                Net = 3.7375m, FirstFee = 0.0125m, TotalAsDouble = 3.75, LatestWhole = 2, LeastWhole = -2,
            }
        },
        {
            "A cast to an integer truncates toward zero",
            Paid(Pay(1, -1.99m)),
            Bo(-1.99m, -1.99m, -1.99m, -1.99m, -1.99m, [-1.99m], (-1.99m, 1)) with
            {
                TotalAsDouble = -1.99, LatestWhole = -1, LeastWhole = 1, AboveHalfACent = 0, Band = "refund",
            }
        },
        {
            "Comparison sees what is finer than the column",
            Paid(Pay(1, 0m), Pay(2, 0.01m)),
            Bo(0.01m, 0m, 0.01m, 0.01m, 0m, [0.01m, 0m], (0m, 1), (0.01m, 1)) with
            {
                AboveHalfACent = 1, Free = 1, TotalAsDouble = 0.01, LatestWhole = 0, LeastWhole = 0,
            }
        },
        {
            "Comparison with what would need more digits than there are is exact",
            Paid(Pay(1, 1m) with { Points = MostPoints }, Pay(2, 1m) with { Points = -MostPoints }, Pay(3, 1m) with { Points = 0 }, Pay(4, 1m) with { Points = 1 }),
            Bo(4m, 1m, 1m, 1m, 1m, [1m, 1m, 1m], (1m, 4)) with { Points = 1, WithHalfAPoint = 2, TotalAsDouble = 4, LatestWhole = 1, LeastWhole = -1 }
        },
        {
            "A decimal compares with any long",
            Paid(
                Pay(1, 5m) with { Cents = 4 },
                Pay(2, 5m) with { Cents = 5 },
                Pay(3, 5m) with { Cents = long.MinValue },
                Pay(4, 5m) with { Cents = long.MaxValue },
                Pay(5, 5m)),
            Bo(25m, 5m, 5m, 5m, 5m, [5m, 5m, 5m], (5m, 5)) with { AboveCents = 2, TotalAsDouble = 25, LatestWhole = 5, LeastWhole = -5 }
        },
        {
            "A total overflows only if the exact total does, not on its way",
            Paid(
                Pay(1, 1m) with { Points = MostPoints },
                Pay(2, 1m) with { Points = MostPoints },
                Pay(3, 1m) with { Points = -MostPoints }),
            Bo(3m, 1m, 1m, 1m, 1m, [1m, 1m, 1m], (1m, 3)) with { Points = MostPoints, WithHalfAPoint = 2, TotalAsDouble = 3, LatestWhole = 1, LeastWhole = -1 }
        },
        {
            "A feature of fewer digits than its total holds as many",
            Paid(Pay(1, 999.98m, T - Hours(1)), Pay(2, 0.01m, T - Hours(1))),
            Bo(999.99m, 0.01m, 999.98m, 0.01m, 0.01m, [0.01m, 999.98m], (0.01m, 1), (999.98m, 1)) with
            {
                Total7d = 999.99m, Change = 999.99m, TotalAsDouble = 999.99, LatestWhole = 0, LeastWhole = -999,
            }
        },
        {
            "All 18 digits may stand after the point, and become the double that .NET makes of them",
            Paid(Pay(1, 10m) with { Share = 0.123456789012345678m }),
            Bo(10m, 10m, 10m, 10m, 10m, [10m], (10m, 1)) with
            {
                LatestShare = 0.123456789012345678m,
                LatestShareAsDouble = 123456789012345678d / 1e18,
                TotalAsDouble = 10,
                LatestWhole = 10,
                LeastWhole = -10,
                Band = "large",
            }
        },
        { "A decimal is a key whatever its trailing zeros", Paid(Pay(1, 1m), Pay(2, 1.00m)), NoTally with { Payments = 2, Paid = 2m }, 1.0m },
        {
            "Decimals of two scales meet in a join",
            Paid([new PriceBand { Price = 150.5000m, From = LongAgo, Rebate = 0.5m }, new PriceBand { Price = 150.5001m, From = LongAgo, Rebate = 7m }], Pay(1, 150.50m)),
            NoTally with { Price = 150.5m, Payments = 1, Paid = 150.50m, Rebate = 0.5m, IsHigh = true },
            150.5m
        },
        { "An entity of a price without payments is empty", Paid(), NoTally with { Price = 99.99m }, 99.99m },
    });

    private static HandParagraph WithFaults(HandParagraph cases)
    {
        cases.AddFault<PayerTotals>("A total of more than 18 digits fails", Paid(Pay(1, 1m) with { Points = MostPoints }, Pay(2, 1m) with { Points = 1 }), HandFault.Overflow, "bo");
        cases.AddFault<PayerTotals>("A total below them fails, too", Paid(Pay(1, 1m) with { Points = -MostPoints }, Pay(2, 1m) with { Points = -1 }), HandFault.Overflow, "bo");
        cases.AddFault<PayerTotals>("A feature of fewer digits than its total fails where they are needed", Paid(Pay(1, 999.99m, T - Hours(1)), Pay(2, 0.01m, T - Hours(1))), HandFault.Overflow, "bo");
        return cases;
    }

    private static Payment Pay(long id, decimal amount, DateTime? at = null) =>
        new() { PaymentId = id, PaidAt = (at ?? T - Days(20)) + Microseconds(id), Payer = "bo", Amount = amount };

    private static ShopRows Paid(params Payment[] payments) => new() { Payments = payments };

    private static ShopRows Paid(PriceBand[] bands, params Payment[] payments) => new() { Payments = payments, PriceBands = bands };

    /// <summary>Bo with what all payments say; the last one's day decides the rest.</summary>
    private static PayerTotals Bo(
        decimal total, decimal least, decimal greatest, decimal latest, decimal usual, decimal[] recent, params (decimal Amount, long Count)[] counts) => Nothing with
        {
            Total = total,
            Net = total,
            Least = least,
            Greatest = greatest,
            Latest = latest,
            Usual = usual,
            Different = counts.Length,
            Recent = FeatureList.Create<decimal>(recent),
            ByAmount = FeatureMap.Create(counts.Select(c => new KeyValuePair<decimal, long>(c.Amount, c.Count))),
            AboveHalfACent = counts.Where(c => c.Amount > 0).Sum(c => c.Count),
            Band = "small",
        };
}
