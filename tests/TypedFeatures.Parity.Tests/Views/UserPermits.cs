using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Inner joins in a chain, the second on a key of two parts of which one comes from the first: rows that have ended or are tombstones drop events.</summary>
[FeatureView("user_permits")]
public sealed partial record UserPermits
{
    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public long Permitted { get; init; }
    public long Permitted7d { get; init; }
    public Tier? LastGrade { get; init; }
    public string? LastHolder { get; init; }
    public DateTime? LatestExpiry { get; init; }
    public int? LargestLimit { get; init; }
    public int? LastLimit { get; init; }
    public long Holders { get; init; }

    private static FeatureQuery<UserPermits> Define(Events<Visit> visits, Dimension<Outlet> outlets, Dimension<Permit> permits) =>
        from v in visits
        join s in outlets on v.OutletId equals s.OutletId
        join p in permits on new { v.OutletId, Grade = s.Tier } equals new { p.OutletId, Grade = (Tier?)p.Grade }
        where s.IsOpen || p.Limit != 0
        group new { s, p } by v.UserId into g
        let all = g.Last(Days(90))
        select new UserPermits
        {
            UserId = g.Key,
            Seen = all.Any(),
            Permitted = all.Count(),
            Permitted7d = g.Last(Days(7)).Count(),
            LastGrade = all.Latest(x => x.p.Grade),
            LastHolder = all.Latest(x => x.p.Holder),
            LatestExpiry = all.Max(x => x.p.ExpiresAt),
            LargestLimit = all.Max(x => x.p.Limit),
            LastLimit = g.Last(Days(7)).Latest(x => x.p.Limit),
            Holders = all.CountDistinct(x => x.p.Holder),
        };
}
