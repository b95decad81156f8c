using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record ZoneDepots
{
    public static IReadOnlyList<ZoneDepots> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Parcel> parcels, IEnumerable<Depot> depots, IEnumerable<Courier> couriers) =>
        ReferenceEvaluation.EvaluateMany(
            Define(ReferenceEvaluation.Events(parcels, moment), ReferenceEvaluation.Dimension(depots, moment), ReferenceEvaluation.Dimension(couriers, moment)), moment, keys);
}
