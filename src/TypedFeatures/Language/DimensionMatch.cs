namespace TypedFeatures;

/// <summary>What <c>join … into ms</c> finds for one event: at most one dimension row, and none where that row has ended or is a tombstone. Unfold it with <c>from m in ms.DefaultIfEmpty()</c>.</summary>
/// <typeparam name="T">The dimension's row type.</typeparam>
public sealed class DimensionMatch<T>
    where T : class
{
    private readonly T? row;

    internal DimensionMatch(T? row) => this.row = row;

    /// <summary>The row, or null where there is none: the event stays either way.</summary>
    public OptionalMatch<T> DefaultIfEmpty() => new(row);
}

/// <summary>A dimension row or null: the right side of a left join.</summary>
/// <typeparam name="T">The dimension's row type.</typeparam>
public sealed class OptionalMatch<T>
    where T : class
{
    internal OptionalMatch(T? row) => Row = row;

    internal T? Row { get; }
}
