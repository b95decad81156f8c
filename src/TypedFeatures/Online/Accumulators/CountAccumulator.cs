namespace TypedFeatures.Online;

/// <summary>The number of rows.</summary>
public struct CountAccumulator : IMergeableAccumulator<CountAccumulator>
{
    private long count;

    /// <summary>The rows so far.</summary>
    public readonly long Result => count;

    /// <summary>What so many rows leave.</summary>
    public static CountAccumulator Of(int rows) => new() { count = rows };

    /// <summary>Takes a row.</summary>
    public void Add() => count++;

    /// <inheritdoc/>
    public void Merge(in CountAccumulator other) => count += other.count;

    /// <inheritdoc/>
    public readonly CountAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => writer.WriteVarUInt64((ulong)count);

    /// <inheritdoc/>
    public static CountAccumulator Read(ref StateReader reader) => new() { count = reader.ReadTally() };
}

/// <summary>Whether there is a row.</summary>
public struct AnyAccumulator : IMergeableAccumulator<AnyAccumulator>
{
    private bool any;

    /// <summary>Whether a row was taken.</summary>
    public readonly bool Result => any;

    /// <summary>What so many rows leave.</summary>
    public static AnyAccumulator Of(int rows) => new() { any = rows > 0 };

    /// <summary>Takes a row.</summary>
    public void Add() => any = true;

    /// <inheritdoc/>
    public void Merge(in AnyAccumulator other) => any |= other.any;

    /// <inheritdoc/>
    public readonly AnyAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer) => writer.WriteBoolean(any);

    /// <inheritdoc/>
    public static AnyAccumulator Read(ref StateReader reader) => new() { any = reader.ReadBoolean() };
}
