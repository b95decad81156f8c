using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures;

/// <summary>
/// What happened after the as-of instant, for query syntax: <c>from p in purchases join … where … group … by … into g select …</c>. It is handed to
/// labels only: no feature can be made of it. Of each event it has the newest known version.
/// </summary>
/// <typeparam name="T">The row: a source record, or what a join or <c>let</c> made of it.</typeparam>
public sealed class Outcomes<T>
{
    internal Outcomes(Events<T> rows) => Rows = rows;

    /// <summary>The rows after the as-of instant, without end. Their type is kept inside: it must never reach a definition.</summary>
    internal Events<T> Rows { get; }

    /// <summary>Keeps the rows that fulfil a condition: <c>where</c>.</summary>
    /// <param name="predicate">The condition.</param>
    public Outcomes<T> Where(Func<T, bool> predicate) => new(Rows.Where(predicate));

    /// <summary>Turns every row into another: <c>let</c>.</summary>
    /// <typeparam name="TResult">The new row.</typeparam>
    /// <param name="selector">What becomes of a row.</param>
    public Outcomes<TResult> Select<TResult>(Func<T, TResult> selector) => new(Rows.Select(selector));

    /// <summary>
    /// Joins the dimension row that held at each row's event time, as it is known now; rows without one are dropped: <c>join … on … equals …</c>.
    /// </summary>
    /// <typeparam name="TDimension">The dimension's row.</typeparam>
    /// <typeparam name="TKey">The key; a null in any part of it matches nothing.</typeparam>
    /// <typeparam name="TResult">The joined row.</typeparam>
    /// <param name="dimension">The dimension.</param>
    /// <param name="eventKey">The key of a row.</param>
    /// <param name="dimensionKey">The key of a dimension row.</param>
    /// <param name="result">The joined row.</param>
    public Outcomes<TResult> Join<TDimension, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey, TResult>(
        Dimension<TDimension> dimension,
        Func<T, TKey> eventKey,
        Func<TDimension, TKey> dimensionKey,
        Func<T, TDimension, TResult> result)
        where TDimension : class => new(Rows.Join(dimension, eventKey, dimensionKey, result));

    /// <summary>Finds the dimension row that held at each row's event time; rows without one stay: <c>join … into ms from m in ms.DefaultIfEmpty()</c>.</summary>
    /// <typeparam name="TDimension">The dimension's row.</typeparam>
    /// <typeparam name="TKey">The key; a null in any part of it matches nothing.</typeparam>
    /// <typeparam name="TResult">The row with its match.</typeparam>
    /// <param name="dimension">The dimension.</param>
    /// <param name="eventKey">The key of a row.</param>
    /// <param name="dimensionKey">The key of a dimension row.</param>
    /// <param name="result">The row with its match.</param>
    public Outcomes<TResult> GroupJoin<TDimension, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey, TResult>(
        Dimension<TDimension> dimension,
        Func<T, TKey> eventKey,
        Func<TDimension, TKey> dimensionKey,
        Func<T, DimensionMatch<TDimension>, TResult> result)
        where TDimension : class => new(Rows.GroupJoin(dimension, eventKey, dimensionKey, result));

    /// <summary>Unfolds a left join: <c>from m in ms.DefaultIfEmpty()</c>.</summary>
    /// <typeparam name="TDimension">The dimension's row.</typeparam>
    /// <typeparam name="TResult">The joined row.</typeparam>
    /// <param name="match">The match of a row.</param>
    /// <param name="result">The joined row; its dimension row may be null.</param>
    public Outcomes<TResult> SelectMany<TDimension, TResult>(Func<T, OptionalMatch<TDimension>> match, Func<T, TDimension?, TResult> result)
        where TDimension : class => new(Rows.SelectMany(match, result));
}
