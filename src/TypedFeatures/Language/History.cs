using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>What is known of one entity up to the as-of instant: the <c>g</c> of <c>group … by … into g</c>. It has no future.</summary>
/// <typeparam name="TKey">The entity key, never null.</typeparam>
/// <typeparam name="T">What windows see of a row.</typeparam>
public sealed class History<TKey, T>
{
    private readonly long asOf;
    private readonly Func<long, T[]> rowsAfter;

    /// <param name="key">The entity.</param>
    /// <param name="moment">The as-of instant.</param>
    /// <param name="rowsAfter">The rows with a greater event time, up to the as-of instant, in order.</param>
    internal History(TKey key, ReferenceMoment moment, Func<long, T[]> rowsAfter)
    {
        Key = key;
        asOf = moment.AsOf;
        this.rowsAfter = rowsAfter;
    }

    /// <summary>The entity key.</summary>
    public TKey Key { get; }

    /// <summary>The as-of instant <c>t</c>, UTC.</summary>
    public DateTime AsOf => Instant.ToDateTime(asOf);

    /// <summary>The whole past: event time <c>e ≤ t</c>.</summary>
    public Window<T> All => new(rowsAfter(long.MinValue));

    /// <summary>The recent past: event time <c>t − length &lt; e ≤ t</c>, exact to the microsecond.</summary>
    /// <param name="length">A positive whole number of microseconds; see <see cref="Duration"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or not whole microseconds.</exception>
    public Window<T> Last(TimeSpan length)
    {
        if (length <= TimeSpan.Zero || length.Ticks % TimeSpan.TicksPerMicrosecond != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A window's length is a positive whole number of microseconds, such as Days(7).");
        }

        return new Window<T>(rowsAfter(asOf - Instant.FromTimeSpan(length)));
    }
}
