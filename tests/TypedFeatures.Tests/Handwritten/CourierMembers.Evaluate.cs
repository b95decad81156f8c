using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record CourierMembers
{
    public static CourierMembers Evaluate(
        string courier, DateTime asOf, IEnumerable<Parcel> parcels) =>
        EvaluateMany(new ReferenceMoment(asOf), [[courier]], parcels)[0];

    public static IReadOnlyList<CourierMembers> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Parcel> parcels) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, parcels), moment, keys);

    private static FeatureQuery<CourierMembers> Query(ReferenceMoment moment, IEnumerable<Parcel> parcels) =>
        Define(ReferenceEvaluation.Events(parcels, moment));
}
