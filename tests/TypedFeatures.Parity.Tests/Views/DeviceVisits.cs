using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>An enum key, which no history has to itself.</summary>
[FeatureView("device_visits")]
public sealed partial record DeviceVisits
{
    [EntityKey] public Device Device { get; init; }
    public bool Seen { get; init; }
    public long Visits { get; init; }
    public long VisitsOfMoment { get; init; }
    public string? LastPage { get; init; }
    public int? UsualClicks { get; init; }
    public long Users { get; init; }
    public bool IsTablet { get; init; }

    private static FeatureQuery<DeviceVisits> Define(Events<Visit> visits) =>
        from v in visits
        group v by v.Device into g
        let all = g.Last(Days(7))
        select new DeviceVisits
        {
            Device = g.Key,
            Seen = all.Any(),
            Visits = all.Count(),
            VisitsOfMoment = g.Last(Milliseconds(1500)).Count(),
            LastPage = all.Latest(x => x.Page),
            UsualClicks = all.Mode(x => x.Clicks),
            Users = all.CountDistinct(x => x.UserId),
            IsTablet = g.Key == Device.Tablet,
        };
}
