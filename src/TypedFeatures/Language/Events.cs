using System.Diagnostics.CodeAnalysis;
using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>
/// A stream of facts up to the as-of instant, for query syntax: <c>from p in purchases join … where … group … by … into g select …</c>.
/// It holds the past only, and only what was known: a feature cannot look ahead.
/// </summary>
/// <remarks>The operators are lazy; each row keeps its event time and the instant it was known through all of them.</remarks>
/// <typeparam name="T">The row: a source record, or what a join or <c>let</c> made of it.</typeparam>
public sealed class Events<T>
{
    internal Events(ReferenceMoment moment, IEnumerable<EventRow<T>> rows)
    {
        Moment = moment;
        Rows = rows;
    }

    internal ReferenceMoment Moment { get; }

    internal IEnumerable<EventRow<T>> Rows { get; }

    /// <summary>Keeps the rows that fulfil a condition: <c>where</c>.</summary>
    /// <param name="predicate">The condition.</param>
    public Events<T> Where(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new Events<T>(Moment, Rows.Where(row => predicate(row.Value)));
    }

    /// <summary>Turns every row into another: <c>let</c>.</summary>
    /// <typeparam name="TResult">The new row.</typeparam>
    /// <param name="selector">What becomes of a row.</param>
    public Events<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new Events<TResult>(Moment, Rows.Select(row => row.With(selector(row.Value))));
    }

    /// <summary>Joins the dimension row that held at each row's event time; rows without one are dropped: <c>join … on … equals …</c>.</summary>
    /// <typeparam name="TDimension">The dimension's row.</typeparam>
    /// <typeparam name="TKey">The key; a null in any part of it matches nothing.</typeparam>
    /// <typeparam name="TResult">The joined row.</typeparam>
    /// <param name="dimension">The dimension.</param>
    /// <param name="eventKey">The key of a row.</param>
    /// <param name="dimensionKey">The key of a dimension row.</param>
    /// <param name="result">The joined row.</param>
    public Events<TResult> Join<TDimension, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey, TResult>(
        Dimension<TDimension> dimension,
        Func<T, TKey> eventKey,
        Func<TDimension, TKey> dimensionKey,
        Func<T, TDimension, TResult> result)
        where TDimension : class
    {
        ArgumentNullException.ThrowIfNull(result);
        var matches = Match(dimension, eventKey, dimensionKey);
        return new Events<TResult>(
            Moment,
            from match in matches
            where match.Dimension is not null
            select match.Event.With(result(match.Event.Value, match.Dimension)));
    }

    /// <summary>Finds the dimension row that held at each row's event time; rows without one stay: <c>join … into ms from m in ms.DefaultIfEmpty()</c>.</summary>
    /// <typeparam name="TDimension">The dimension's row.</typeparam>
    /// <typeparam name="TKey">The key; a null in any part of it matches nothing.</typeparam>
    /// <typeparam name="TResult">The row with its match.</typeparam>
    /// <param name="dimension">The dimension.</param>
    /// <param name="eventKey">The key of a row.</param>
    /// <param name="dimensionKey">The key of a dimension row.</param>
    /// <param name="result">The row with its match.</param>
    public Events<TResult> GroupJoin<TDimension, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey, TResult>(
        Dimension<TDimension> dimension,
        Func<T, TKey> eventKey,
        Func<TDimension, TKey> dimensionKey,
        Func<T, DimensionMatch<TDimension>, TResult> result)
        where TDimension : class
    {
        ArgumentNullException.ThrowIfNull(result);
        var matches = Match(dimension, eventKey, dimensionKey);
        return new Events<TResult>(
            Moment,
            matches.Select(match => match.Event.With(result(match.Event.Value, new DimensionMatch<TDimension>(match.Dimension)))));
    }

    /// <summary>Unfolds a left join: <c>from m in ms.DefaultIfEmpty()</c>.</summary>
    /// <typeparam name="TDimension">The dimension's row.</typeparam>
    /// <typeparam name="TResult">The joined row.</typeparam>
    /// <param name="match">The match of a row.</param>
    /// <param name="result">The joined row; its dimension is null where there is no match.</param>
    public Events<TResult> SelectMany<TDimension, TResult>(
        Func<T, OptionalMatch<TDimension>> match, Func<T, TDimension?, TResult> result)
        where TDimension : class
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(result);
        return new Events<TResult>(Moment, Rows.Select(row => row.With(result(row.Value, match(row.Value).Row))));
    }

    private IEnumerable<(EventRow<T> Event, TDimension? Dimension)> Match<
        TDimension, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey>(
        Dimension<TDimension> dimension, Func<T, TKey> eventKey, Func<TDimension, TKey> dimensionKey)
        where TDimension : class
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(eventKey);
        ArgumentNullException.ThrowIfNull(dimensionKey);
        if (dimension.Moment != Moment)
        {
            throw new ArgumentException("The events and the dimension are of different moments; make both for one ReferenceMoment.", nameof(dimension));
        }

        var index = dimension.Rows.IndexBy(dimensionKey);
        return Rows.Select(row => (row, index.Find(eventKey(row.Value), row, Moment.Knowledge)));
    }
}
