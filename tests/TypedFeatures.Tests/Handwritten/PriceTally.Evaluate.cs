using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record PriceTally
{
    public static PriceTally Evaluate(
        decimal price, DateTime asOf, IEnumerable<Payment> payments, IEnumerable<PriceBand> bands) =>
        EvaluateMany(new ReferenceMoment(asOf), [[price]], payments, bands)[0];

    public static IReadOnlyList<PriceTally> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Payment> payments, IEnumerable<PriceBand> bands) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, payments, bands), moment, keys);

    private static FeatureQuery<PriceTally> Query(ReferenceMoment moment, IEnumerable<Payment> payments, IEnumerable<PriceBand> bands) =>
        Define(ReferenceEvaluation.Events(payments, moment), ReferenceEvaluation.Dimension(bands, moment));
}
