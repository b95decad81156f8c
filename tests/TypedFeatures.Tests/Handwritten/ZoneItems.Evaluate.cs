using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record ZoneItems
{
    public static ZoneItems Evaluate(
        int zone, int items, DateTime asOf, IEnumerable<Parcel> parcels, IEnumerable<Courier> couriers) =>
        EvaluateMany(new ReferenceMoment(asOf), [[zone, items]], parcels, couriers)[0];

    public static IReadOnlyList<ZoneItems> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Parcel> parcels, IEnumerable<Courier> couriers) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, parcels, couriers), moment, keys);

    private static FeatureQuery<ZoneItems> Query(ReferenceMoment moment, IEnumerable<Parcel> parcels, IEnumerable<Courier> couriers) =>
        Define(ReferenceEvaluation.Events(parcels, moment), ReferenceEvaluation.Dimension(couriers, moment));
}
