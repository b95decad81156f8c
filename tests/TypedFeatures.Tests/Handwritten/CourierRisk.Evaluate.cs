using TypedFeatures.Reference;

namespace Shop;

public sealed partial record CourierRisk
{
    public static IReadOnlyList<CourierRisk> EvaluateMany(ReferenceMoment moment, IReadOnlyList<object[]> keys, IEnumerable<CourierRisk> rows) =>
        ReferenceEvaluation.LatestRows(
            rows,
            moment,
            TimeSpan.FromDays(7),
            keys,
            static row => [row.Courier],
            static key => new CourierRisk { Courier = (string)key[0] });
}
