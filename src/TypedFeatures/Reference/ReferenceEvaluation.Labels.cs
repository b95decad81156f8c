using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <content>The meaning of labels.</content>
public static partial class ReferenceEvaluation
{
    /// <summary>What happened after a moment's as-of instant, of each event its newest version among the rows.</summary>
    /// <typeparam name="T">The row type, marked <see cref="EventSourceAttribute"/>.</typeparam>
    /// <param name="rows">The rows in any order, duplicates and versions included.</param>
    /// <param name="moment">The moment, with <see cref="Knowledge.Everything"/>.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row, or the moment does not know everything.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a source of events.</exception>
    public static Outcomes<T> Outcomes<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows, ReferenceMoment moment)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        CheckKnowsEverything(moment);
        return new Outcomes<T>(new Events<T>(moment, PreparedOutcomes.Create(rows).After(moment.AsOf)));
    }

    /// <summary>The label of one entity; null where it is censored.</summary>
    /// <typeparam name="TLabel">The label record.</typeparam>
    /// <param name="query">What <c>Define</c> returned for sources of the same moment.</param>
    /// <param name="moment">The moment, with <see cref="Knowledge.Everything"/>.</param>
    /// <param name="horizon">The label's longest window.</param>
    /// <param name="watermark">Up to when all rows are there; null where they are all there will ever be.</param>
    /// <param name="keyParts">The entity key, part by part in the order of the <c>group … by</c> clause.</param>
    /// <returns>The label; null where its horizon is not over at the watermark.</returns>
    /// <exception cref="ArgumentException">A part of the key is null or refused, the parts do not make the key, or an instant is refused.</exception>
    /// <exception cref="OverflowException">An integer result of a row or a value does not fit.</exception>
    /// <exception cref="NonFiniteFeatureException">A value that cannot be null is infinite or not a number.</exception>
    public static TLabel? EvaluateLabel<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TLabel>(
        LabelQuery<TLabel> query, ReferenceMoment moment, TimeSpan horizon, DateTime? watermark, params object[] keyParts)
        where TLabel : class
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(keyParts);
        CheckKnowsEverything(moment);
        var labelMoment = new LabelMoment(moment.AsOf, Instant.FromTimeSpan(horizon));
        return watermark is { } instant && !labelMoment.IsOverAt(Instant.FromDateTime(instant))
            ? null
            : FeatureResult<TLabel>.Finish(query.Evaluate(labelMoment, [keyParts])[0]);
    }

    private static void CheckKnowsEverything(ReferenceMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        if (moment.Knowledge != Knowledge.Everything)
        {
            throw new ArgumentException("A label knows everything; make its moment with Knowledge.Everything.", nameof(moment));
        }
    }
}
