using TypedFeatures;
using TypedFeatures.Reference;

namespace Shop;

public sealed partial record ChargedBack60d
{
    public static ChargedBack60d? Evaluate(long userId, DateTime asOf, IEnumerable<Purchase> purchases, DateTime? watermark)
    {
        var moment = new ReferenceMoment(asOf, knowledge: Knowledge.Everything);
        return ReferenceEvaluation.EvaluateLabel(
            Define(ReferenceEvaluation.Outcomes(purchases, moment)), moment, Duration.Days(60), watermark, userId);
    }
}

public sealed partial record CategoryOutcomes
{
    public static CategoryOutcomes? Evaluate(
        long userId, string category, DateTime asOf, IEnumerable<Purchase> purchases, IEnumerable<Merchant> merchants, DateTime? watermark)
    {
        var moment = new ReferenceMoment(asOf, knowledge: Knowledge.Everything);
        var query = Define(ReferenceEvaluation.Outcomes(purchases, moment), ReferenceEvaluation.Dimension(merchants, moment));
        return ReferenceEvaluation.EvaluateLabel(query, moment, Duration.Days(30), watermark, category, userId);
    }
}
