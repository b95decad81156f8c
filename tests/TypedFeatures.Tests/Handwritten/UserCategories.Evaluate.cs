using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record UserCategories
{
    public static UserCategories Evaluate(
        long userId, string category, DateTime asOf, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants) =>
        EvaluateMany(new ReferenceMoment(asOf), [[userId, category]], purchases, merchants)[0];

    public static IReadOnlyList<UserCategories> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, purchases, merchants), moment, keys);

    private static FeatureQuery<UserCategories> Query(ReferenceMoment moment, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants) =>
        Define(ReferenceEvaluation.Events(purchases, moment), ReferenceEvaluation.Dimension(merchants, moment));
}
