using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record CourierShapes
{
    public static CourierShapes Evaluate(
        string courier, DateTime asOf, IEnumerable<Parcel> parcels) =>
        EvaluateMany(new ReferenceMoment(asOf), [[courier]], parcels)[0];

    public static IReadOnlyList<CourierShapes> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Parcel> parcels) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, parcels), moment, keys);

    private static FeatureQuery<CourierShapes> Query(ReferenceMoment moment, IEnumerable<Parcel> parcels) =>
        Define(ReferenceEvaluation.Events(parcels, moment));
}
