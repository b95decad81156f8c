using Commerce.Features;

namespace Commerce.Data;

/// <summary>The nightly scores of merchants: each night of about a tenth of them, written an hour or a day later, and for some never again.</summary>
internal static class RiskScores
{
    private const double NightlyShare = 0.1;
    private const double RetiredShare = 0.2;
    private const double AbstainShare = 0.05;
    private const double LateShare = 0.1;
    private static readonly TimeSpan Night = TimeSpan.FromHours(2);
    private static readonly string[] Grades = ["A", "B", "C", "D"];

    public static IReadOnlyList<MerchantRisk> Create(ShopSize size) =>
        [.. Enumerable.Range(0, ShopCalendar.Days).SelectMany(day => OfNight(size, day))];

    private static IEnumerable<MerchantRisk> OfNight(ShopSize size, int day)
    {
        var random = new RandomStream(size.Seed, Purpose.MerchantRisk, day);
        var at = ShopCalendar.Start.AddDays(day) + Night;
        for (var id = 1; id <= size.Merchants; id++)
        {
            var isScored = random.NextChance(NightlyShare);
            var score = random.NextDouble();
            var isAbstention = random.NextChance(AbstainShare);
            var isLate = random.NextChance(LateShare);
            if (isScored && day < LastNight(size, id))
            {
                yield return new MerchantRisk
                {
                    MerchantId = id,
                    ComputedAt = at,
                    WrittenAt = at.AddHours(isLate ? 24 : 1),
                    Score = isAbstention ? null : score,
                    Complaints = (long)(score * score * 40),
                    Grade = Grades[(int)(score * Grades.Length)],
                    IsReviewed = score > 0.9,
                };
            }
        }
    }

    /// <summary>The night from which a merchant has no scores any more, so that its last one ages out.</summary>
    private static int LastNight(ShopSize size, int merchantId)
    {
        var random = new RandomStream(size.Seed, Purpose.MerchantRisk, -merchantId);
        return random.NextChance(RetiredShare) ? random.NextInt32(ShopCalendar.Days) : ShopCalendar.Days;
    }
}
