using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record DepotHandovers
{
    public static DepotHandovers Evaluate(
        string depot, DateTime asOf, IEnumerable<Handover> handovers) =>
        EvaluateMany(new ReferenceMoment(asOf), [[depot]], handovers)[0];

    public static IReadOnlyList<DepotHandovers> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Handover> handovers) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, handovers), moment, keys);

    private static FeatureQuery<DepotHandovers> Query(ReferenceMoment moment, IEnumerable<Handover> handovers) =>
        Define(ReferenceEvaluation.Events(handovers, moment));
}
