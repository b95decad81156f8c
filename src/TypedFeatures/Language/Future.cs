using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>What happened to one entity after the as-of instant: the <c>g</c> of a label's <c>group … by … into g</c>. It has no past.</summary>
/// <typeparam name="TKey">The entity key, never null.</typeparam>
/// <typeparam name="T">What windows see of a row.</typeparam>
public sealed class Future<TKey, T>
{
    private readonly LabelMoment moment;
    private readonly Func<long, (T Row, long EventTime)[]> rowsUntil;

    /// <param name="key">The entity.</param>
    /// <param name="moment">The as-of instant and how far the label looks.</param>
    /// <param name="rowsUntil">The rows after the as-of instant up to an event time, each with its own, in order.</param>
    internal Future(TKey key, LabelMoment moment, Func<long, (T Row, long EventTime)[]> rowsUntil)
    {
        Key = key;
        this.moment = moment;
        this.rowsUntil = rowsUntil;
    }

    /// <summary>The entity key.</summary>
    public TKey Key { get; }

    /// <summary>The as-of instant <c>t</c>, UTC.</summary>
    public DateTime AsOf => Instant.ToDateTime(moment.AsOf);

    /// <summary>The near future: event time <c>t &lt; e ≤ t + length</c>, exact to the microsecond.</summary>
    /// <param name="length">A positive whole number of microseconds; see <see cref="Duration"/>. The longest of a label is its horizon.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, not whole microseconds, or beyond the horizon the label was compiled with.</exception>
    public Window<T> Next(TimeSpan length)
    {
        if (length <= TimeSpan.Zero || length.Ticks % TimeSpan.TicksPerMicrosecond != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A window's length is a positive whole number of microseconds, such as Days(60).");
        }

        var microseconds = Instant.FromTimeSpan(length);
        if (microseconds > moment.Horizon)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The window reaches beyond the label's horizon, which is its longest window.");
        }

        var rows = rowsUntil(moment.AsOf + microseconds);
        return new Window<T>([.. rows.Select(r => r.Row)], [.. rows.Select(r => r.EventTime)], moment.AsOf);
    }
}
