using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record CourierChoices
{
    public static CourierChoices Evaluate(
        string courier, DateTime asOf, IEnumerable<Parcel> parcels) =>
        EvaluateMany(new ReferenceMoment(asOf), [[courier]], parcels)[0];

    public static IReadOnlyList<CourierChoices> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Parcel> parcels) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, parcels), moment, keys);

    private static FeatureQuery<CourierChoices> Query(ReferenceMoment moment, IEnumerable<Parcel> parcels) =>
        Define(ReferenceEvaluation.Events(parcels, moment));
}
