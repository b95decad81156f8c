using System.Runtime.CompilerServices;
using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>What is known of one entity up to the as-of instant: the <c>g</c> of <c>group … by … into g</c>. It has no future.</summary>
/// <typeparam name="TKey">The entity key, never null.</typeparam>
/// <typeparam name="T">What windows see of a row.</typeparam>
public sealed class History<TKey, T>
{
    private readonly long asOf;
    private readonly long[] times;
    private readonly Func<int, int, T[]> rows;

    /// <param name="key">The entity.</param>
    /// <param name="moment">The as-of instant.</param>
    /// <param name="times">The event times of its rows, up to the as-of instant, in order.</param>
    /// <param name="rows">The rows from one place in order up to but without another.</param>
    internal History(TKey key, ReferenceMoment moment, long[] times, Func<int, int, T[]> rows)
    {
        Key = key;
        asOf = moment.AsOf;
        this.times = times;
        this.rows = rows;
    }

    /// <summary>The entity key.</summary>
    public TKey Key { get; }

    /// <summary>The as-of instant <c>t</c>, UTC.</summary>
    public DateTime AsOf => Instant.ToDateTime(asOf);

    /// <summary>The whole past: event time <c>e ≤ t</c>.</summary>
    public Window<T> All => Between(long.MinValue, asOf);

    /// <summary>The recent past, exact to the microsecond: event time <c>t − length &lt; e ≤ t</c>.</summary>
    /// <param name="length">A positive whole number of microseconds; see <see cref="Duration"/>.</param>
    /// <param name="offset">Moves the window back: <c>t − offset − length &lt; e ≤ t − offset</c>; not negative, whole microseconds. What was known is still
    /// what was known by <c>t</c>.</param>
    /// <param name="tile">Lets the window begin at a tile's begin: <c>floor(t − length) ≤ e ≤ t</c>, where the floor is to a multiple of the tile's positive
    /// length since 1970, UTC. So a busy entity's online state keeps a total per tile instead of every row. Not together with <paramref name="offset"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not positive, or not whole microseconds.</exception>
    /// <exception cref="ArgumentException">There is both an offset and a tile.</exception>
    public Window<T> Last(TimeSpan length, TimeSpan? offset = null, TimeSpan? tile = null)
    {
        var start = asOf - Positive(length);
        if (tile is { } width)
        {
            return offset is null
                ? Between(Instant.FloorTo(start, Positive(width)) - 1, asOf)
                : throw new ArgumentException("A window has an offset or a tile, not both.", nameof(tile));
        }

        var back = offset is { } moved && moved != TimeSpan.Zero ? Positive(moved) : 0;
        return Between(start - back, asOf - back);
    }

    /// <summary>
    /// The run of rows that ends at the as-of instant: neighbours lie no farther apart than <paramref name="gap"/>, the last no farther from the as-of instant;
    /// where it does, the session is over and the window empty. A gap of exactly that length still belongs to the session.
    /// </summary>
    /// <param name="gap">A positive whole number of microseconds.</param>
    /// <param name="max">How far back it reaches at most: <c>t − max &lt; e</c>; a positive whole number of microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not positive, or not whole microseconds.</exception>
    public Window<T> CurrentSession(TimeSpan gap, TimeSpan max)
    {
        var (longest, first, next) = (Positive(gap), asOf - Positive(max), asOf);
        for (var i = times.Length - 1; i >= 0 && times[i] > first; i--)
        {
            if (next - times[i] > longest)
            {
                return Between(times[i], asOf);
            }

            next = times[i];
        }

        return Between(first, asOf);
    }

    private static long Positive(TimeSpan length, [CallerArgumentExpression(nameof(length))] string? name = null) =>
        length > TimeSpan.Zero && length.Ticks % TimeSpan.TicksPerMicrosecond == 0
            ? Instant.FromTimeSpan(length)
            : throw new ArgumentOutOfRangeException(name, length, "Lengths of windows are positive whole numbers of microseconds, such as Days(7).");

    private Window<T> Between(long after, long through)
    {
        var first = Array.FindIndex(times, time => time > after);
        var end = Array.FindLastIndex(times, time => time <= through) + 1;
        return first >= 0 && first < end
            ? new Window<T>(rows(first, end), times[first..end], asOf)
            : new Window<T>([], [], asOf);
    }
}
