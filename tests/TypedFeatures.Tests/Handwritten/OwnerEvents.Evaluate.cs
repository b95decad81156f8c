using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record OwnerEvents
{
    public static IReadOnlyList<OwnerEvents> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Purchase> purchases, IEnumerable<Parcel> parcels) =>
        ReferenceEvaluation.EvaluateMany(
            Define(ReferenceEvaluation.Events(purchases, moment), ReferenceEvaluation.Events(parcels, moment)), moment, keys);
}
