using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>
/// The meaning of a definition: runs the user's own <c>Define</c> over rows in memory. Generated code only forwards to it;
/// it knows nothing of plans, SQL or states, which is why they can be judged by it.
/// </summary>
public static partial class ReferenceEvaluation
{
    /// <summary>The events a moment sees.</summary>
    /// <typeparam name="T">The row type, marked <see cref="EventSourceAttribute"/>.</typeparam>
    /// <param name="rows">The rows in any order, duplicates, versions, late and future-dated rows included.</param>
    /// <param name="moment">The moment.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row; the message names its position and property.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a source of events.</exception>
    public static Events<T> Events<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows, ReferenceMoment moment)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(moment);
        return new Events<T>(moment, PreparedEvents.Create(rows).VisibleAt(moment));
    }

    /// <summary>A dimension as the events of a moment see it.</summary>
    /// <typeparam name="T">The row type, marked <see cref="DimensionSourceAttribute"/>.</typeparam>
    /// <param name="rows">The rows in any order.</param>
    /// <param name="moment">The moment.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row; the message names its position and property.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a dimension.</exception>
    public static Dimension<T> Dimension<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows, ReferenceMoment moment)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(moment);
        return new Dimension<T>(moment, PreparedDimension.Create(rows));
    }

    /// <summary>The values of a feature table: for each entity the latest row known, whole, where it is not too old.</summary>
    /// <typeparam name="T">The row type, which is the view's, marked <see cref="FeatureTableAttribute"/>.</typeparam>
    /// <param name="rows">The rows in any order, duplicates, late and future-dated rows included.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="maxAge">How old a row may be, this age included; null for any age.</param>
    /// <param name="keys">The entity keys, each part by part as <paramref name="keyOf"/> has them; may repeat.</param>
    /// <param name="keyOf">The parts of a row's key.</param>
    /// <param name="empty">The empty value of an entity.</param>
    /// <returns>One value per key, in the order of the keys.</returns>
    /// <exception cref="ArgumentException">Ingestion would refuse a row, or a part of a key is null or refused.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a feature table.</exception>
    public static IReadOnlyList<T> LatestRows<[DynamicallyAccessedMembers(SourceModel.Members)] T>(
        IEnumerable<T> rows,
        ReferenceMoment moment,
        TimeSpan? maxAge,
        IReadOnlyList<object[]> keys,
        Func<T, object[]> keyOf,
        Func<object[], T> empty)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(keyOf);
        ArgumentNullException.ThrowIfNull(empty);
        var latest = Latest(PreparedTable.Create(rows).VisibleAt(moment, maxAge), keyOf);
        return [.. keys.Select(GroupKey.Normalise).Select(key => latest.TryGetValue(key, out var row) ? row : empty(key))];
    }

    /// <summary>The features of one entity; the empty value where it has no rows.</summary>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <param name="query">What <c>Define</c> returned for sources of the same moment.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="keyParts">The entity key, part by part in the order of the <c>group … by</c> clause.</param>
    /// <exception cref="ArgumentException">A part of the key is null or refused, or the parts do not make the key.</exception>
    /// <exception cref="OverflowException">An integer result of a row or a feature does not fit.</exception>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    public static TFeatures Evaluate<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFeatures>(
        FeatureQuery<TFeatures> query, ReferenceMoment moment, params object[] keyParts)
        where TFeatures : class =>
        EvaluateMany(query, moment, [keyParts])[0];

    /// <summary>The features of several entities in one pass over the rows.</summary>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <param name="query">What <c>Define</c> returned for sources of the same moment.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="keys">The entity keys, each part by part in the order of the <c>group … by</c> clause; may repeat.</param>
    /// <returns>One value per key, in the order of the keys.</returns>
    /// <exception cref="ArgumentException">A part of a key is null or refused, or the parts do not make the key.</exception>
    /// <exception cref="OverflowException">An integer result of a row or a feature does not fit.</exception>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    public static IReadOnlyList<TFeatures> EvaluateMany<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFeatures>(
        FeatureQuery<TFeatures> query, ReferenceMoment moment, IReadOnlyList<object[]> keys)
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(keys);
        if (query.Moment != moment)
        {
            throw new ArgumentException("The query was defined over sources of another moment; make both for one ReferenceMoment.", nameof(moment));
        }

        return [.. query.Evaluate(keys).Select(FeatureResult<TFeatures>.Finish)];
    }
}
