using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>
/// Another feature view, as a parameter of <c>Define</c>: its snapshots are a dimension,
/// <c>join u in users.Snapshots(every: Days(1)) on p.UserId equals u.UserId</c>.
/// </summary>
/// <remarks>It has no history of its own and no future: what a row meets is what a materialization at the grid's instant would have held.</remarks>
/// <typeparam name="T">The record, marked <see cref="FeatureViewAttribute"/> or <see cref="FeatureTableAttribute"/>.</typeparam>
public sealed class View<T>
    where T : class
{
    private readonly ReferenceMoment moment;
    private readonly Func<ReferenceMoment, IReadOnlyList<T>> snapshotAt;

    internal View(ReferenceMoment moment, Func<ReferenceMoment, IReadOnlyList<T>> snapshotAt)
    {
        this.moment = moment;
        this.snapshotAt = snapshotAt;
    }

    /// <summary>
    /// The view's snapshots at the multiples of a length since 1970, UTC, each valid and known from its instant on: a row meets the last one that is not later
    /// than its event time, nor than when it was known. A snapshot lists the entities that the view finds there and then; another entity has no row in it,
    /// nor has one of which a feature that cannot be null is infinite or not a number.
    /// </summary>
    /// <param name="every">How far apart the snapshots are: a positive whole number of microseconds, known at compile time; see <see cref="Duration"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive, or not whole microseconds.</exception>
    public Dimension<T> Snapshots(TimeSpan every) =>
        every > TimeSpan.Zero && every.Ticks % TimeSpan.TicksPerMicrosecond == 0
            ? new Dimension<T>(moment, new SnapshotRows<T>(Instant.FromTimeSpan(every), snapshotAt))
            : throw new ArgumentOutOfRangeException(nameof(every), every, "Snapshots are a positive whole number of microseconds apart, such as Days(1).");
}
