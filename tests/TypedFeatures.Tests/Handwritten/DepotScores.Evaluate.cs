using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record DepotScores
{
    public static DepotScores Evaluate(
        int depot, DateTime asOf, IEnumerable<Parcel> parcels) =>
        EvaluateMany(new ReferenceMoment(asOf), [[depot]], parcels)[0];

    public static IReadOnlyList<DepotScores> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Parcel> parcels) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, parcels), moment, keys);

    private static FeatureQuery<DepotScores> Query(ReferenceMoment moment, IEnumerable<Parcel> parcels) =>
        Define(ReferenceEvaluation.Events(parcels, moment));
}
