using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record CarrierLoads
{
    public static CarrierLoads Evaluate(
        Carrier carrier, DateTime asOf, IEnumerable<Handover> handovers) =>
        EvaluateMany(new ReferenceMoment(asOf), [[carrier]], handovers)[0];

    public static IReadOnlyList<CarrierLoads> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Handover> handovers) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, handovers), moment, keys);

    private static FeatureQuery<CarrierLoads> Query(ReferenceMoment moment, IEnumerable<Handover> handovers) =>
        Define(ReferenceEvaluation.Events(handovers, moment));
}
