using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record UserPurchases
{
    public static UserPurchases Evaluate(
        long userId, DateTime asOf, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants) =>
        EvaluateMany(new ReferenceMoment(asOf), [[userId]], purchases, merchants)[0];

    public static IReadOnlyList<UserPurchases> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, purchases, merchants), moment, keys);

    internal static FeatureQuery<UserPurchases> Query(ReferenceMoment moment, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants) =>
        Define(ReferenceEvaluation.Events(purchases, moment), ReferenceEvaluation.Dimension(merchants, moment));
}
