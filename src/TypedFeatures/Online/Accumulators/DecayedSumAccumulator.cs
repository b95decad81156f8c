namespace TypedFeatures.Online;

/// <summary>
/// A sum of doubles whose weights halve with every half-life, kept as it stood at the latest event time; infinities and NaN are skipped like nulls.
/// Scaled down by a power of two, so that only a sum that is too great when it is read is infinite.
/// </summary>
public struct DecayedSumAccumulator : IMergeableAccumulator<DecayedSumAccumulator>
{
    private const int Scale = 64;

    private double scaled;
    private long time;
    private bool hasTime;
    private long halfLife;

    /// <summary>The sum as it stands at an instant; 0 of none.</summary>
    /// <param name="asOf">Microseconds, not before any value's event time.</param>
    /// <param name="halfLife">Microseconds, positive; the same as in <see cref="Add"/>.</param>
    public readonly double Result(long asOf, long halfLife)
    {
        if (!hasTime)
        {
            return 0;
        }

        // 2^64 in two steps: a weight of its own would underflow before the sum does.
        return scaled * Math.Pow(2, -((double)(asOf - time) / halfLife)) * 18_446_744_073_709_551_616d;
    }

    /// <summary>Takes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="eventTime">When it happened, in microseconds.</param>
    /// <param name="halfLife">Microseconds, positive; always the same.</param>
    public void Add(double value, long eventTime, long halfLife)
    {
        if (double.IsFinite(value))
        {
            this.halfLife = halfLife;
            AddAt(Math.ScaleB(value, -Scale), eventTime);
        }
    }

    /// <inheritdoc/>
    public void Merge(in DecayedSumAccumulator other)
    {
        if (other.hasTime)
        {
            halfLife = other.halfLife;
            AddAt(other.scaled, other.time);
        }
    }

    /// <inheritdoc/>
    public readonly DecayedSumAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteBoolean(hasTime);
        if (hasTime)
        {
            writer.WriteDouble(scaled);
            writer.WriteVarInt64(time);
            writer.WriteVarInt64(halfLife);
        }
    }

    /// <inheritdoc/>
    public static DecayedSumAccumulator Read(ref StateReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return default;
        }

        var (scaled, time, halfLife) = (reader.ReadDouble(), reader.ReadVarInt64(), reader.ReadVarInt64());
        return halfLife > 0
            ? new() { scaled = scaled, time = time, halfLife = halfLife, hasTime = true }
            : throw StateReader.Damaged("a half-life that is not positive");
    }

    private void AddAt(double value, long eventTime)
    {
        if (!hasTime)
        {
            (scaled, time, hasTime) = (value, eventTime, true);
        }
        else if (eventTime > time)
        {
            scaled = (scaled * Weight(eventTime - time)) + value;
            time = eventTime;
        }
        else
        {
            scaled += value * Weight(time - eventTime);
        }
    }

    private readonly double Weight(long age) => Math.Pow(2, -((double)age / halfLife));
}
