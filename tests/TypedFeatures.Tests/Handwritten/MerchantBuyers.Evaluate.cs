using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record MerchantBuyers
{
    private static readonly LookBack[] LookBacks = [new(Instant.FromTimeSpan(Duration.Days(365)), null)];

    public static IReadOnlyList<MerchantBuyers> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants) =>
        ReferenceEvaluation.EvaluateMany(
            Define(
                ReferenceEvaluation.Events(purchases, moment),
                ReferenceEvaluation.View(moment, LookBacks, at => UserPurchases.Query(at, purchases, merchants))),
            moment,
            keys);
}
