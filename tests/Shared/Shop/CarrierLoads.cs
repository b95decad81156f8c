using TypedFeatures;

namespace Shop;

/// <summary>What a carrier takes on: keyed by an enum that is stored as its numbers.</summary>
[FeatureView("carrier_loads")]
public sealed partial record CarrierLoads
{
    [EntityKey] public Carrier Carrier { get; init; }
    public long Handovers { get; init; }
    public ParcelMarks? GreatestMarks { get; init; }
    public FeatureList<ParcelMarks> LastMarks { get; init; } = [];

    static FeatureQuery<CarrierLoads> Define(Events<Handover> handovers) =>
        from h in handovers
        where h.Carrier != Carrier.Unknown
        group h by h.Carrier into g
        select new CarrierLoads
        {
            Carrier = g.Key,
            Handovers = g.All.Count(),
            GreatestMarks = g.All.Max(h => h.Marks),
            LastMarks = g.All.LatestK(2, h => h.Marks),
        };
}
