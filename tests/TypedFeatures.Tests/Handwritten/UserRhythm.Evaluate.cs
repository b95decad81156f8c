using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record UserRhythm
{
    public static UserRhythm Evaluate(
        long userId, DateTime asOf, IEnumerable<Purchase> purchases) =>
        EvaluateMany(new ReferenceMoment(asOf), [[userId]], purchases)[0];

    public static IReadOnlyList<UserRhythm> EvaluateMany(
        ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<Purchase> purchases) =>
        ReferenceEvaluation.EvaluateMany(Query(moment, purchases), moment, keys);

    private static FeatureQuery<UserRhythm> Query(ReferenceMoment moment, IEnumerable<Purchase> purchases) =>
        Define(ReferenceEvaluation.Events(purchases, moment));
}
