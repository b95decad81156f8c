using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record PayerTotals
{
    public static PayerTotals Evaluate(
        string payer, DateTime asOf, IEnumerable<Payment> payments) =>
        EvaluateMany(new ReferenceMoment(asOf), [[payer]], payments)[0];

    public static IReadOnlyList<PayerTotals> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Payment> payments) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, payments), moment, keys);

    private static FeatureQuery<PayerTotals> Query(ReferenceMoment moment, IEnumerable<Payment> payments) =>
        Define(ReferenceEvaluation.Events(payments, moment));
}
