namespace TypedFeatures.Online;

/// <summary>The exact sum of 32-bit integers; only the total must fit.</summary>
public struct Int32SumAccumulator : IMergeableAccumulator<Int32SumAccumulator>
{
    private Int128 sum;

    /// <summary>The sum; 0 of none.</summary>
    /// <exception cref="OverflowException">The exact sum does not fit 32 bits.</exception>
    public readonly int Result => checked((int)sum);

    /// <summary>Takes a value.</summary>
    public void Add(int value) => sum += value;

    /// <inheritdoc/>
    public void Merge(in Int32SumAccumulator other) => sum += other.sum;

    /// <inheritdoc/>
    public readonly Int32SumAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => writer.WriteInt128(sum);

    /// <inheritdoc/>
    public static Int32SumAccumulator Read(ref StateReader reader) => new() { sum = reader.ReadInt128() };
}

/// <summary>The exact sum of 64-bit integers; only the total must fit.</summary>
public struct Int64SumAccumulator : IMergeableAccumulator<Int64SumAccumulator>
{
    private Int128 sum;

    /// <summary>The sum; 0 of none.</summary>
    /// <exception cref="OverflowException">The exact sum does not fit 64 bits.</exception>
    public readonly long Result => checked((long)sum);

    /// <summary>Takes a value.</summary>
    public void Add(long value) => sum += value;

    /// <inheritdoc/>
    public void Merge(in Int64SumAccumulator other) => sum += other.sum;

    /// <inheritdoc/>
    public readonly Int64SumAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => writer.WriteInt128(sum);

    /// <inheritdoc/>
    public static Int64SumAccumulator Read(ref StateReader reader) => new() { sum = reader.ReadInt128() };
}

/// <summary>The exact sum of lengths of time; only the total must fit.</summary>
public struct TimeSpanSumAccumulator : IMergeableAccumulator<TimeSpanSumAccumulator>
{
    private Int128 microseconds;

    /// <summary>The sum; zero of none.</summary>
    /// <exception cref="OverflowException">The exact sum does not fit a <see cref="TimeSpan"/>.</exception>
    public readonly TimeSpan Result => Instant.ToTimeSpan(checked((long)microseconds));

    /// <summary>Takes a value.</summary>
    public void Add(TimeSpan value) => microseconds += Instant.FromTimeSpan(value);

    /// <inheritdoc/>
    public void Merge(in TimeSpanSumAccumulator other) => microseconds += other.microseconds;

    /// <inheritdoc/>
    public readonly TimeSpanSumAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => writer.WriteInt128(microseconds);

    /// <inheritdoc/>
    public static TimeSpanSumAccumulator Read(ref StateReader reader) => new() { microseconds = reader.ReadInt128() };
}
