using Shop;
using TypedFeatures.Reference;

namespace TypedFeatures.Tests.Meaning;

/// <summary>A feature record of one value, for questions that need no view.</summary>
internal sealed record Answer<T>
{
    public T? Value { get; init; }
}

/// <summary>Asks one thing of rows at a moment.</summary>
internal static class Ask
{
    public static T? Of<T>(
        DateTime asOf, IEnumerable<Purchase> rows, object key, Func<Events<Purchase>, FeatureQuery<Answer<T>>> define)
    {
        var moment = new ReferenceMoment(asOf);
        return ReferenceEvaluation.Evaluate(define(ReferenceEvaluation.Events(rows, moment)), moment, key).Value;
    }

    public static T? OfUser<T>(DateTime asOf, IEnumerable<Purchase> rows, Func<History<long, Purchase>, T?> feature) =>
        Of<T>(asOf, rows, 1L, purchases => from p in purchases group p by p.UserId into g select new Answer<T> { Value = feature(g) });
}
