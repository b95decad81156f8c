using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record OpenDepots
{
    public static IReadOnlyList<OpenDepots> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Parcel> parcels, IEnumerable<Depot> depots) =>
        ReferenceEvaluation.EvaluateMany(
            Define(ReferenceEvaluation.Events(parcels, moment), ReferenceEvaluation.Dimension(depots, moment)), moment, keys);
}
